import type { Board } from "../../contract.ts";

export type Commune = Board["communes"][number];

export interface PictureProps {
  readonly communes: readonly Commune[];
  readonly indicator: string;
  readonly name: string;
  /** the commune pointed at, in the picture or in the bars */
  readonly active: string | undefined;
  readonly onPoint: (uid: string | undefined) => void;
}
