import { checkEveryPage } from "./support/every-page.ts";

checkEveryPage(0, 2);
