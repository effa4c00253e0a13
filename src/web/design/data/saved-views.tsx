import { type FormEvent, useState } from "react";
import { useLocation } from "@tanstack/react-router";
import { useUrl } from "../../navigation.tsx";
import { useSession } from "../../session.ts";
import { useText } from "../../text/text.tsx";
import { Button } from "../button.tsx";
import { TextInput } from "../form/text-input.tsx";
import classes from "./saved-views.module.css";
import { keptValues, readViews, type SavedView, writeViews } from "./view-store.ts";

/** Filters, order and columns under a name, for this person in this browser. Searched words are not kept: they may be a name. */
export function SavedViews() {
  const t = useText();
  const { username } = useSession();
  const place = `${username}${useLocation().pathname}`;
  const { values, set } = useUrl();
  const [views, setViews] = useState(() => readViews(place));
  const [name, setName] = useState("");
  const keep = (next: readonly SavedView[]) => {
    writeViews(place, next);
    setViews(next);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return;
    keep([...views.filter((view) => view.name !== name.trim()), { name: name.trim(), values: keptValues(values) }]);
    setName("");
  };
  const show = (view: SavedView) =>
    set({ ...Object.fromEntries(Object.keys(keptValues(values)).map((key) => [key, null])), q: null, page: null, ...view.values });
  return (
    <details className={classes["views"]}>
      <summary>{t("web.views.title")}</summary>
      <div className={classes["box"]}>
        <ul>
          {views.map((view) => (
            <li key={view.name}>
              <Button kind="quiet" size="small" onClick={() => show(view)}>
                {view.name}
              </Button>
              <Button kind="quiet" size="small" onClick={() => keep(views.filter((one) => one !== view))}>
                {t("web.views.remove")}
              </Button>
            </li>
          ))}
        </ul>
        <form onSubmit={save}>
          <TextInput label={t("web.views.name")} hint={t("web.views.hint")} value={name} onChange={setName} />
          <Button type="submit" size="small">
            {t("web.views.save")}
          </Button>
        </form>
      </div>
    </details>
  );
}
