/** Text from the user's files in a page: nothing in it becomes markup. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (char) => `&#${String(char.charCodeAt(0))};`);
}
