import { checkEveryPage } from "./support/every-page.ts";

checkEveryPage(1, 2);
