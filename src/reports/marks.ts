/** How a number that is not counted from records is marked in print. */
export const FIGURE_MARK: Readonly<Record<string, string>> = {
  document: "theo văn bản",
  forecast: "ước thực hiện",
  estimate: "ước tính",
  backward: "tính ngược",
  illustrative: "minh họa",
};
