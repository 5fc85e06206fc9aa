/** pandas: what `groupby`, `rolling`, `expanding`, `ewm` and `resample` give, and what comes back of it. Compared with pandas 2.3 and 3.1, as all in pandas.ts. */
export const grouping = `
module pandas
class api.typing.DataFrameGroupBy complete
  sample(n, frac, replace, weights, random_state: seed) -> .DataFrame !random
  -> .DataFrame: sum mean median min max std var sem count nunique head tail nth first last prod quantile describe cumsum cumprod cummin cummax diff shift
  -> .DataFrame: pct_change rank ffill bfill fillna corr cov any all idxmax idxmin skew kurt bfill pad backfill tshift mad
  apply(func, ...) -> .Series | .DataFrame !calls func(.DataFrame)
  filter(func, ...) -> .DataFrame !calls func(.DataFrame)
  transform(func, ...) -> .DataFrame !calls func(.Series)
  agg(func, ...) -> .DataFrame !calls func(.Series)
  aggregate(func, ...) -> .DataFrame !calls func(.Series)
  size() -> .Series
  -> .Series: ngroup cumcount value_counts corrwith
  get_group(name, ...) -> .DataFrame
  rolling(...) -> .api.typing.RollingGroupby
  expanding(...) -> .api.typing.ExpandingGroupby
  ewm(...) -> .api.typing.ExponentialMovingWindowGroupby
  resample(...) -> .api.typing.DatetimeIndexResamplerGroupby
  pipe(func, *args, **kwargs)
  hist(...) !plot
  boxplot(...) !plot
  plot: .api.typing.DataFrameGroupBy.plot
  groups: builtins.dict
  indices: builtins.dict
  ngroups: builtins.int
  property builtins.int: ndim
  dtypes: .DataFrame
  grouper
  __getitem__(key) -> .api.typing.SeriesGroupBy ? key:many self ? key:tuple self
  __getattr__(name) -> .api.typing.SeriesGroupBy
  __iter__() -> iterator[tuple[.Label, .DataFrame]]
class api.typing.DataFrameGroupBy.plot
  -> .Series !plot: line bar barh hist box kde area pie scatter
class api.typing.SeriesGroupBy complete
  sample(n, frac, replace, weights, random_state: seed) -> .Series !random
  agg(func, ...) -> .Series ? func:many .DataFrame !calls func(.Series)
  aggregate(func, ...) -> .Series ? func:many .DataFrame !calls func(.Series)
  -> .Series: sum mean median min max std var sem count nunique head tail nth first last prod quantile cumsum cumprod cummin cummax diff shift
  -> .Series: pct_change rank ffill bfill fillna any all idxmax idxmin skew kurt value_counts size ngroup cumcount nlargest nsmallest unique mad pad backfill corr cov
  -> .Series: is_monotonic_increasing is_monotonic_decreasing
  describe(...) -> .DataFrame
  ohlc() -> .DataFrame
  apply(func, ...) -> .Series !calls func(.Series)
  transform(func, ...) -> .Series !calls func(.Series)
  filter(func, ...) -> .Series !calls func(.Series)
  get_group(name, ...) -> .Series
  rolling(...) -> .api.typing.SeriesRollingGroupby
  expanding(...) -> .api.typing.SeriesExpandingGroupby
  ewm(...) -> .api.typing.SeriesExponentialMovingWindowGroupby
  resample(...) -> .api.typing.SeriesResamplerGroupby
  pipe(func, *args, **kwargs)
  hist(...) !plot
  plot: .api.typing.SeriesGroupBy.plot
  groups: builtins.dict
  indices: builtins.dict
  ngroups: builtins.int
  ndim: builtins.int
  dtype
  __iter__() -> iterator[tuple[.Label, .Series]]
class api.typing.SeriesGroupBy.plot
  -> .Series !plot: line bar barh hist box kde area pie
class api.typing.Rolling
  -> .DataFrame: sum mean median min max std var sem skew kurt count quantile corr cov apply aggregate agg rank nunique first last
  __getitem__(key) -> .api.typing.SeriesRolling ? key:many self
  __getattr__(name) -> .api.typing.SeriesRolling
class api.typing.SeriesRolling(.api.typing.Rolling) hidden
  -> .Series: sum mean median min max std var sem skew kurt count quantile corr cov apply aggregate agg rank nunique first last
class api.typing.RollingGroupby(.api.typing.Rolling)
  __getitem__(key) -> .api.typing.SeriesRollingGroupby ? key:many self
  __getattr__(name) -> .api.typing.SeriesRollingGroupby
class api.typing.SeriesRollingGroupby(.api.typing.RollingGroupby) hidden
  -> .Series: sum mean median min max std var sem skew kurt count quantile corr cov apply aggregate agg rank nunique first last
class api.typing.Expanding
  -> .DataFrame: sum mean median min max std var sem skew kurt count quantile corr cov apply aggregate agg rank nunique first last
  __getitem__(key) -> .api.typing.SeriesExpanding ? key:many self
  __getattr__(name) -> .api.typing.SeriesExpanding
class api.typing.SeriesExpanding(.api.typing.Expanding) hidden
  -> .Series: sum mean median min max std var sem skew kurt count quantile corr cov apply aggregate agg rank nunique first last
class api.typing.ExpandingGroupby(.api.typing.Expanding)
  __getitem__(key) -> .api.typing.SeriesExpandingGroupby ? key:many self
  __getattr__(name) -> .api.typing.SeriesExpandingGroupby
class api.typing.SeriesExpandingGroupby(.api.typing.ExpandingGroupby) hidden
  -> .Series: sum mean median min max std var sem skew kurt count quantile corr cov apply aggregate agg rank nunique first last
class api.typing.ExponentialMovingWindow
  -> .DataFrame: sum mean std var corr cov aggregate agg
  __getitem__(key) -> .api.typing.SeriesExponentialMovingWindow ? key:many self
  __getattr__(name) -> .api.typing.SeriesExponentialMovingWindow
class api.typing.SeriesExponentialMovingWindow(.api.typing.ExponentialMovingWindow) hidden
  -> .Series: sum mean std var corr cov aggregate agg
class api.typing.ExponentialMovingWindowGroupby(.api.typing.ExponentialMovingWindow)
  __getitem__(key) -> .api.typing.SeriesExponentialMovingWindowGroupby ? key:many self
  __getattr__(name) -> .api.typing.SeriesExponentialMovingWindowGroupby
class api.typing.SeriesExponentialMovingWindowGroupby(.api.typing.ExponentialMovingWindowGroupby) hidden
  -> .Series: sum mean median min max std var sem skew kurt count quantile corr cov apply aggregate agg rank nunique first last
class api.typing.Resampler
  -> .DataFrame: sum mean median min max std var sem count size first last prod nunique quantile ohlc ffill bfill nearest asfreq interpolate fillna agg aggregate apply transform pad backfill
  size() -> .Series
  __getitem__(key) -> .api.typing.SeriesResampler ? key:many self
  __getattr__(name) -> .api.typing.SeriesResampler
class api.typing.SeriesResampler(.api.typing.Resampler) hidden
  -> .Series: sum mean median min max std var sem count size first last prod nunique quantile ohlc ffill bfill nearest asfreq interpolate fillna agg aggregate apply transform pad backfill
  ohlc() -> .DataFrame
class api.typing.DatetimeIndexResamplerGroupby(.api.typing.Resampler)
  __getitem__(key) -> .api.typing.SeriesResamplerGroupby ? key:many self
  __getattr__(name) -> .api.typing.SeriesResamplerGroupby
class api.typing.SeriesResamplerGroupby(.api.typing.DatetimeIndexResamplerGroupby) hidden
  -> .Series: sum mean median min max std var sem count size first last prod nunique quantile ohlc ffill bfill nearest asfreq interpolate fillna agg aggregate apply transform pad backfill
  ohlc() -> .DataFrame
`;
