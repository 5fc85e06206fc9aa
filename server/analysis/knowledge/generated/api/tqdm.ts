/** Read off tqdm 4.70.1, types-tqdm 4.70.0.20261106 by scripts/knowledge/api.py. */
export const tqdm = `
module tqdm
class tqdm
  property .TMonitor | None: monitor
  property str: desc unit
  property bool | str | None: ascii
  property bool | float: unit_scale
  property tuple[bool | None, float | None] | tuple[bool | None] | None: lock_args
  property str | None: bar_format colour
  property dict | str | None: postfix
  -> str: format_sizeof format_interval format_num format_meter
  -> self: __enter__
  property dict: format_dict
classes(.tqdm): tqdm_gui
-> .tqdm_gui: tgrange
-> .notebook.tqdm_notebook: tnrange tqdm_notebook
-> .tqdm: trange
module tqdm.notebook
class tqdm_notebook(.tqdm)
  property str | None: colour
`;
