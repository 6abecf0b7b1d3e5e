/** Groups so small that an answer could be told: below this many answers nothing is shown (domain.md §16). */
export const fewest = 5;
export const fewText = `${fewest}건 미만`;
