import { useLanguage, useText } from "../text/text.tsx";
import { Button } from "./button.tsx";

/** Says the other language in its own words. */
export function LanguageSwitch() {
  const t = useText();
  const [language, setLanguage] = useLanguage();
  return (
    <Button kind="quiet" size="small" onClick={() => setLanguage(language === "vi" ? "en" : "vi")}>
      {t("web.head.language")}
    </Button>
  );
}
