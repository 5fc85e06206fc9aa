/** Read off ipython 9.18.1 by scripts/knowledge/api.py. */
export const IPython = `
module IPython.core.display
class ProgressBar
  -> self: __iter__
classes(): HTML JSON SVG
`;
