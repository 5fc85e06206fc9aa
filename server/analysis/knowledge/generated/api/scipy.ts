/** Read off scipy 1.18.1, scipy-stubs 1.18.1.1 by scripts/knowledge/api.py. */
export const scipy = `
module scipy.cluster.hierarchy
class ClusterNode
  property .cluster.hierarchy.ClusterNode | None: left right
  -> .cluster.hierarchy.ClusterNode | None: get_left get_right
  -> list[int] | list: pre_order
class DisjointSet
  -> set: subset
  -> list[set]: subsets
-> ndarray: average centroid complete cut_tree fcluster fclusterdata from_mlab_linkage inconsistent leaves_list linkage maxRstat maxdists maxinconsts median optimal_leaf_ordering single to_mlab_linkage ward weighted
-> tuple[ndarray, ndarray]: leaders
-> .cluster.hierarchy.ClusterNode | tuple[.cluster.hierarchy.ClusterNode, list[.cluster.hierarchy.ClusterNode]]: to_tree
module scipy.cluster.vq
-> tuple[ndarray, numpy.float64] | tuple[ndarray, unknown]: kmeans
-> tuple[ndarray, ndarray]: kmeans2 py_vq vq
-> ndarray: whiten
module scipy.fft
-> ndarray: fft fft2 fftn fftshift fht hfft hfft2 hfftn ifft ifft2 ifftn ifftshift ifht ihfft ihfft2 ihfftn irfft irfft2 irfftn rfft rfft2 rfftn
module scipy.fftpack
-> ndarray: fft fft2 fftn ifft ifft2 ifftn irfft rfft rfftfreq
module scipy.integrate
class BDF(.integrate.OdeSolver)
  property ndarray | None: jac_factor
  property ndarray: D gamma alpha error_const
  property int | numpy.int64: order
class DOP853(.integrate._ivp.rk.RungeKutta)
  property ndarray: E3 E5 D A_EXTRA C_EXTRA K_extended
class DenseOutput
  -> ndarray: __call__
class OdeSolution
  property list: interpolants
  property ndarray: ts ts_sorted
  property str: side
  -> ndarray: __call__
class OdeSolver
  property str: TOO_SMALL_STEP status
  property ndarray: y
  property numpy.float64 | None: step_size
  -> str | None: step
  -> .integrate.DenseOutput: dense_output
class Radau(.integrate.OdeSolver)
  property ndarray | None: jac_factor y_old Z
  property ndarray | .sparse.csc_matrix | .sparse.csc_array: J
  property ndarray: f I
  property .integrate._ivp.radau.RadauDenseOutput | None: sol
class complex_ode(.integrate.ode)
  property ndarray: tmp_derivative
  -> self: set_integrator set_initial_value
class ode
  property tuple[unknown]: f_params jac_params
  property ndarray: y
  -> .integrate.ode: set_initial_value set_integrator
  -> ndarray: integrate
  -> self: set_f_params set_jac_params
classes(.integrate.OdeSolver): LSODA
classes(.integrate._ivp.rk.RungeKutta): RK23 RK45
-> .integrate._cubature.CubatureResult: cubature
-> ndarray: cumulative_simpson cumulative_trapezoid
-> tuple[float, float]: dblquad tplquad
-> tuple[ndarray, ndarray]: lebedev_rule
-> tuple[ndarray, float]: newton_cotes
-> tuple[float, float] | tuple[float, float, unknown]: nquad
-> .integrate._tanhsinh._NSumResult0 | .integrate._tanhsinh._NSumResultN: nsum
-> ndarray | tuple[ndarray, unknown]: odeint
-> .integrate._quadrature.QMCQuadResult: qmc_quad
-> .integrate._bvp.BVPResult: solve_bvp
-> .integrate._ivp.ivp.OdeResult: solve_ivp
module scipy.integrate._bvp
class BVPResult
  property .interpolate.PPoly: sol
  property ndarray | None: p
  property ndarray: x rms_residuals y yp
  property str: message
module scipy.integrate._cubature
class CubatureRegion
  property ndarray: estimate error a b
class CubatureResult
  property ndarray: estimate error
  property list[.integrate._cubature.CubatureRegion]: regions
module scipy.integrate._ivp.ivp
class OdeResult
  property ndarray: y
  property .integrate.OdeSolution | None: sol
  property str: message
module scipy.integrate._ivp.radau
class RadauDenseOutput(.integrate.DenseOutput)
  property ndarray: Q y_old
module scipy.integrate._ivp.rk
class RungeKutta(.integrate.OdeSolver)
  property ndarray: C A B E P f K
  property ndarray | None: y_old
module scipy.integrate._quad_vec
class _Bunch
  property str: message
  property ndarray: intervals errors integrals
module scipy.integrate._tanhsinh
class _NSumResultN
  property ndarray: sum error success status nfev
module scipy.interpolate
class AAA(.interpolate._bary_rational._BarycentricRational)
  property ndarray: weights support_points support_values
class BPoly(.interpolate._interpolate._PPolyBase)
  -> self: from_power_basis derivative antiderivative
  -> self | .interpolate.BPoly: from_derivatives
  -> ndarray: integrate
class BSpline
  property ndarray: t c
  property tuple[ndarray, ndarray, int]: tck
  -> ndarray: __call__ integrate
  -> self: derivative antiderivative insert_knot from_power_basis construct_fast
  -> .interpolate.BSpline: basis_element
  -> .sparse.csr_array: design_matrix
class BarycentricInterpolator(.interpolate._polyint._Interpolator1DWithDerivatives)
  property ndarray: xi
  property ndarray | None: yi wi
class KroghInterpolator(.interpolate._polyint._Interpolator1DWithDerivatives)
  property ndarray: xi yi c
class LSQBivariateSpline(.interpolate.BivariateSpline)
  property tuple[unknown, unknown, unknown]: tck
  property tuple[int, int]: degrees
class LSQSphereBivariateSpline(.interpolate._fitpack2.SphereBivariateSpline)
  property tuple[unknown, unknown, unknown]: tck
  property tuple[int, int]: degrees
class NdBSpline
  property tuple[unknown, ...]: k
  property tuple[ndarray, ...]: t
  property ndarray: c
  -> ndarray: __call__
  -> self: derivative
class NdPPoly
  property tuple[ndarray, ...]: x
  -> self: construct_fast derivative antiderivative
  -> ndarray: __call__ integrate
  -> self | ndarray: integrate_1d
class NearestNDInterpolator(.interpolate._interpnd.NDInterpolatorBase)
  property .spatial.KDTree: tree
  -> ndarray: __call__
class PPoly(.interpolate._interpolate._PPolyBase)
  -> self: from_spline from_bernstein_basis derivative antiderivative
  -> ndarray: integrate solve roots
class RBFInterpolator
  property ndarray: y d smoothing
  -> ndarray: __call__
class Rbf
  property ndarray: di xi nodes A
  -> ndarray: __call__
class RectBivariateSpline(.interpolate.BivariateSpline)
  property tuple[unknown, unknown, unknown]: tck
  property tuple[int, int]: degrees
class RectSphereBivariateSpline(.interpolate._fitpack2.SphereBivariateSpline)
  property tuple[unknown, unknown, unknown]: tck
  property tuple[int, int]: degrees
class RegularGridInterpolator
  property tuple[ndarray, ...]: grid
  property ndarray: values
  -> ndarray: __call__
class SmoothBivariateSpline(.interpolate.BivariateSpline)
  property tuple[unknown, unknown, unknown]: tck
  property tuple[int, int]: degrees
class SmoothSphereBivariateSpline(.interpolate._fitpack2.SphereBivariateSpline)
  property tuple[unknown, unknown, unknown]: tck
  property tuple[int, int]: degrees
class UnivariateSpline
  -> .interpolate.UnivariateSpline: derivative antiderivative
  -> tuple[unknown, unknown, unknown, unknown, unknown]: validate_input
class interp1d(.interpolate._polyint._Interpolator1D)
  property ndarray: x y x_bds
  -> ndarray: __call__
classes(.interpolate.CubicHermiteSpline): Akima1DInterpolator CubicSpline PchipInterpolator
classes(.interpolate._fitpack2._BivariateSplineBase): BivariateSpline
classes(.interpolate._interpnd.NDInterpolatorBase): CloughTocher2DInterpolator LinearNDInterpolator
classes(.interpolate.PPoly): CubicHermiteSpline
classes(.interpolate._bary_rational._BarycentricRational): FloaterHormannInterpolator
classes(.interpolate.UnivariateSpline): InterpolatedUnivariateSpline LSQUnivariateSpline
classes(): interp2d
-> numpy.poly1d: approximate_taylor_polynomial lagrange
-> ndarray: barycentric_interpolate griddata interpn krogh_interpolate
-> iterator[ndarray]: generate_knots
-> .interpolate.BSpline: make_interp_spline make_lsq_spline make_smoothing_spline make_splrep
-> tuple[.interpolate.BSpline, ndarray]: make_splprep
-> tuple[numpy.poly1d, numpy.poly1d]: pade
-> ndarray | list[ndarray]: pchip_interpolate
module scipy.interpolate._bary_rational
class _BarycentricRational
  -> ndarray: __call__ residues poles roots
module scipy.interpolate._fitpack2
class _BivariateSplineBase
  -> ndarray: __call__
  -> tuple[unknown, unknown]: get_knots
  -> .interpolate._fitpack2._DerivedBivariateSpline: partial_derivative
classes(.interpolate._fitpack2._BivariateSplineBase): SphereBivariateSpline _DerivedBivariateSpline
module scipy.interpolate._interpnd
class NDInterpolatorBase
  property ndarray: points offset
  property ndarray | None: values scale
  -> ndarray: __call__
module scipy.interpolate._interpolate
class _PPolyBase
  property ndarray: x
  -> self: construct_fast
  -> ndarray: __call__
module scipy.interpolate._polyint
class _Interpolator1D
  -> ndarray: __call__
class _Interpolator1DWithDerivatives(.interpolate._polyint._Interpolator1D)
  -> ndarray: derivatives derivative
module scipy.io
class FortranFile
  -> self: __enter__
  -> ndarray | tuple[ndarray, ndarray] | tuple[ndarray, ...]: read_record
  -> ndarray: read_ints read_reals
class netcdf_file
  property str: filename
  property dict: dimensions variables
  -> self: __enter__
  -> .io.netcdf_variable: createVariable
class netcdf_variable
  property ndarray: data
  -> str: typecode
-> .sparse.csc_matrix: hb_read
-> dict: loadmat
-> ndarray | .sparse.coo_matrix: mmread
-> .io._idl.AttrDict: readsav
-> list[tuple[str, tuple[int, ...], unknown]]: whosmat
module scipy.io.wavfile
-> tuple[int, ndarray]: read
module scipy.linalg
-> tuple[unknown, unknown] | tuple[int, int] | tuple[ndarray, ndarray]: bandwidth
-> tuple[ndarray, ndarray]: cho_factor eigh eigh_tridiagonal lu_factor matrix_balance
-> ndarray: cho_solve cho_solve_banded cholesky cholesky_banded coshm cosm diagsvd eigvals eigvals_banded eigvalsh eigvalsh_tridiagonal expm fractional_matrix_power inv invpascal logm lu_solve matmul_toeplitz null_space orth pascal pinv pinvh signm sinhm sinm solve solve_banded solve_circulant solve_continuous_are solve_continuous_lyapunov solve_discrete_are solve_discrete_lyapunov solve_sylvester solve_toeplitz solve_triangular solveh_banded sqrtm subspace_angles svdvals tanhm tanm
-> .sparse.csc_matrix | ndarray: clarkson_woodruff_transform
-> tuple[ndarray, ndarray, ndarray]: cossin lu
-> numpy.float64 | numpy.complex128 | ndarray: det
-> ndarray | tuple[ndarray, ndarray] | tuple[ndarray, ndarray, ndarray]: eig
-> tuple[ndarray, ndarray] | ndarray: eig_banded expm_frechet
-> numpy.float64 | ndarray: expm_cond
-> tuple[str, numpy.dtype, bool]: find_best_blas_type
-> ndarray | tuple[ndarray, numpy.float64] | tuple[ndarray, unknown]: funm
-> ndarray | tuple[ndarray, ndarray]: hessenberg
-> tuple[ndarray, ndarray, unknown] | tuple[unknown, unknown, unknown]: ldl
-> tuple[ndarray, numpy.float64]: orthogonal_procrustes
module scipy.ndimage
-> ndarray: affine_transform convolve convolve1d correlate correlate1d gaussian_filter gaussian_filter1d gaussian_gradient_magnitude gaussian_laplace generic_filter generic_filter1d generic_gradient_magnitude generic_laplace histogram laplace map_coordinates maximum_filter maximum_filter1d median_filter minimum_filter minimum_filter1d percentile_filter prewitt rank_filter sobel spline_filter spline_filter1d uniform_filter uniform_filter1d vectorized_filter
-> None | ndarray: distance_transform_bf distance_transform_cdt distance_transform_edt
-> list[tuple | None] | list[tuple[unknown, ...] | None]: find_objects
-> ndarray | tuple[ndarray, list]: iterate_structure
-> int | tuple[ndarray, int]: label
-> dict: value_indices
module scipy.optimize
class BroydenFirst
  property .optimize._nonlin.LowRankMatrix | None: Gm
  -> ndarray: solve rsolve matvec rmatvec todense
class HessianUpdateStrategy
  -> ndarray: __matmul__ dot get_matrix
class InverseJacobian
  property .optimize._nonlin.Jacobian: jacobian
  property tuple[int, int]: shape
  property numpy.dtype: dtype
class KrylovJacobian
  property dict: method_kw
  property .sparse.linalg.LinearOperator | .optimize.InverseJacobian | None: preconditioner
  property .sparse.linalg.LinearOperator: op
  -> ndarray: matvec solve
class LbfgsInvHessProduct(.sparse.linalg.LinearOperator)
  property ndarray: sk yk rho
  -> ndarray: todense
classes(.optimize._hessian_update_strategy.FullHessianUpdateStrategy): BFGS SR1
classes(.optimize._constraints._Constraint): Bounds LinearConstraint
-> .optimize._basinhopping.OptimizeResult: basinhopping
-> float | tuple[float, .optimize.RootResults]: bisect brenth brentq ridder
-> tuple[unknown, unknown] | tuple[unknown, unknown, unknown, str, unknown]: curve_fit leastsq
-> .optimize._differentialevolution.OptimizeResult: differential_evolution
-> .optimize._direct_py.OptimizeResult: direct
-> .optimize._dual_annealing.OptimizeResult: dual_annealing
-> ndarray: fmin_cobyla rosen_der rosen_hess rosen_hess_prod
-> ndarray | tuple[ndarray, numpy.float64, int, unknown, unknown]: fmin_slsqp
-> tuple[ndarray, int, unknown]: fmin_tnc
-> .optimize._isotonic.OptimizeResult: isotonic_regression
-> .optimize._lsq.least_squares.OptimizeResult: least_squares
-> tuple[unknown, int, int, unknown, unknown, unknown]: line_search
-> tuple[ndarray, ndarray]: linear_sum_assignment
-> .optimize._linprog._OptimizeResultHighs | .optimize._linprog.OptimizeResult: linprog
-> .optimize._lsq.lsq_linear._OptimizeResult: lsq_linear
-> .optimize._milp._OptimizeResultSucess | .optimize._milp._OptimizeResultNoSolution: milp
-> .optimize._minimize.OptimizeResult | .optimize._minimize._CobylaResult: minimize
-> tuple[ndarray, float]: nnls
-> .optimize._qap.OptimizeResult: quadratic_assignment
-> .optimize._root.OptimizeResult: root
-> .optimize.RootResults: root_scalar
-> .optimize._shgo.OptimizeResult: shgo
-> None | str: show_options
-> numpy.float64 | tuple[numpy.float64, .optimize.RootResults]: toms748
module scipy.optimize._basinhopping
class OptimizeResult
  property .optimize._minimize.OptimizeResult: lowest_optimization_result
  property list[str]: message
module scipy.optimize._constraints
class _Constraint
  property ndarray: keep_feasible lb ub
module scipy.optimize._differentialevolution
class OptimizeResult
  property ndarray: x population population_energies
  property str: message
module scipy.optimize._direct_py
class OptimizeResult
  property ndarray: x
  property str: message
module scipy.optimize._dual_annealing
class OptimizeResult
  property ndarray: x
  property list[str]: message
module scipy.optimize._hessian_update_strategy
class FullHessianUpdateStrategy(.optimize.HessianUpdateStrategy)
  property ndarray | None: B H
module scipy.optimize._isotonic
class OptimizeResult
  property ndarray: x weights blocks
module scipy.optimize._linprog
class OptimizeResult
  property ndarray | None: x slack con
  property str: message
class _OptimizeResultHighs(.optimize._linprog.OptimizeResult)
  property .optimize._linprog._OptimizeResultSensitivity: lower upper eqlin ineqlin
class _OptimizeResultSensitivity
  property ndarray: residual marginals
module scipy.optimize._lsq.least_squares
class OptimizeResult(.optimize._lsq.least_squares._BaseOptimizeResult)
  property str: message
class _BaseOptimizeResult
  property ndarray | .sparse.csr_array | .sparse.linalg.LinearOperator: jac
  property ndarray: active_mask
module scipy.optimize._lsq.lsq_linear
class _OptimizeResult
  property ndarray: active_mask
  property tuple[float | ndarray, ...]: unbounded_sol
  property str: message
module scipy.optimize._milp
class _OptimizeResultNoSolution
  property str: message
class _OptimizeResultSucess
  property ndarray: x
  property str: message
module scipy.optimize._minimize
class OptimizeResult
  property str: message method
  property tuple[unknown, unknown]: final_simplex
  property list: constr v
  property list[int]: constr_nfev constr_njev constr_nhev
class _MinimizeScalarResult
  property str: message
classes(.optimize._minimize.OptimizeResult): _CobylaResult
module scipy.optimize._qap
class OptimizeResult
  property ndarray: col_ind
module scipy.optimize._root
class OptimizeResult
  property str: message
  property ndarray: fun x fjac qtf r ipvt
  property ndarray | None: cov_x
module scipy.optimize._shgo
class OptimizeResult
  property ndarray: x xl funl
  property str: message
module scipy.signal
class CZT
  property builtins.complex: w a
  -> ndarray: __call__ points
class ShortTimeFFT
  -> .signal.ShortTimeFFT: from_dual from_window from_win_equals_dual
  property ndarray: win dual_win f
  property tuple[int, int]: lower_border_end
  -> tuple[int, int]: upper_border_begin p_range
  -> ndarray: t stft stft_detrend spectrogram istft
  -> tuple[float, float, float, float]: extent
class StateSpace
  -> self: __add__ __sub__ __mul__ __truediv__ to_ss
  property ndarray: A B C D
  -> .signal.TransferFunction: to_tf
  -> .signal.ZerosPolesGain: to_zpk
class TransferFunction
  property ndarray: den
  -> self: to_tf
  -> .signal.ZerosPolesGain: to_zpk
  -> .signal.StateSpace: to_ss
class ZerosPolesGain
  property ndarray: poles
  -> .signal.TransferFunction: to_tf
  -> self: to_zpk
  -> .signal.StateSpace: to_ss
class dlti
  -> tuple[unknown, unknown] | tuple[unknown, unknown, unknown]: output
  -> tuple[ndarray, tuple[ndarray, ...]]: impulse step
  -> tuple[ndarray, ndarray]: freqresp
class lti
  -> tuple[ndarray, ndarray]: impulse step freqresp
  -> tuple[ndarray, ndarray, ndarray]: output
  -> .signal.dlti: to_discrete
classes(.signal.CZT): ZoomFFT
-> tuple[ndarray, ...]: argrelextrema argrelmax argrelmin
-> tuple[unknown, unknown, float]: besselap cheb1ap cheb2ap ellipap
-> tuple[unknown, unknown, int]: buttap
-> tuple[int, numpy.float64] | tuple[int, unknown] | tuple[int, ndarray]: buttord cheb1ord cheb2ord
-> numpy.float64 | ndarray | numpy.complex128: chirp
-> tuple[ndarray, unknown] | tuple[ndarray, float]: closest_STFT_dual_window
-> tuple[unknown, unknown] | tuple[unknown, ndarray]: coherence csd istft
-> ndarray: convolve convolve2d correlate correlate2d correlation_lags cspline1d cspline1d_eval cspline2d czt czt_points decimate detrend envelope fftconvolve filtfilt find_peaks_cwt firls firwin firwin2 firwin_2d gauss_spline hilbert hilbert2 lfilter_zi lfiltic medfilt medfilt2d minimum_phase oaconvolve order_filter qspline1d qspline1d_eval qspline2d remez resample_poly savgol_filter sepfir2d sosfilt_zi sosfiltfilt spline_filter symiirorder1 symiirorder2 unit_impulse upfirdn wiener zoom_fft
-> tuple[ndarray, ndarray]: dfreqresp impulse invres invresz max_len_seq step unique_roots
-> tuple[ndarray, tuple[ndarray, ...]]: dimpulse dstep
-> tuple[unknown, unknown, unknown] | tuple[unknown, unknown]: dlsim
-> tuple[int, numpy.float64] | tuple[int, ndarray]: ellipord
-> tuple[ndarray, ndarray] | tuple[unknown, unknown]: freqresp
-> tuple[unknown, unknown]: freqs freqs_zpk freqz freqz_sos freqz_zpk periodogram welch
-> tuple[int, float]: kaiserord
-> tuple[unknown, unknown] | tuple[ndarray, ndarray]: lp2bp lp2bs lp2hp lp2lp sos2tf
-> tuple[ndarray, ndarray, ndarray]: lsim residue residuez
-> tuple[ndarray, ndarray, ndarray, ndarray]: peak_widths
-> .signal._ltisys.Bunch: place_poles
-> ndarray | tuple[ndarray, ndarray]: resample
-> tuple[unknown, unknown, unknown] | tuple[unknown, unknown, ndarray]: spectrogram stft
-> tuple[ndarray, ndarray, numpy.float64] | tuple[ndarray, ndarray, unknown] | tuple[ndarray, ndarray, numpy.complex128]: ss2zpk
-> numpy.float64 | ndarray: sweep_poly
-> .signal._whittaker._WhittakerHendersonResult: whittaker_henderson
module scipy.signal._whittaker
class _WhittakerHendersonResult
  property ndarray: x
module scipy.sparse
class coo_matrix(.sparse._coo._coo_base, .sparse.spmatrix)
  -> int | ndarray: getnnz
class csc_array(.sparse._csc._csc_base, .sparse.sparray)
  -> .sparse.csr_array: transpose
class csc_matrix(.sparse._csc._csc_base, .sparse.spmatrix)
  -> .sparse.csr_matrix: transpose
  -> int | ndarray: getnnz
class csr_array(.sparse._csr._csr_base, .sparse.sparray)
  -> .sparse.csc_array | .sparse.csr_array: transpose
class csr_matrix(.sparse._csr._csr_base, .sparse.spmatrix)
  -> .sparse.csc_matrix: transpose
  -> int | ndarray: getnnz
class dok_array(.sparse._dok._dok_base, .sparse.sparray)
  -> .sparse.dok_array: fromkeys
class dok_matrix(.sparse._dok._dok_base, .sparse.spmatrix)
  -> .sparse.dok_matrix: fromkeys
class lil_array(.sparse._lil._lil_base, .sparse.sparray)
  -> .sparse.lil_array: getrow
class lil_matrix(.sparse._lil._lil_base, .sparse.spmatrix)
  -> .sparse.csr_matrix: getrow
  -> int | ndarray: getnnz
class spmatrix
  property tuple[int, int]: shape
  -> tuple[int, int]: get_shape
  -> self: getH
  -> self | .sparse.csr_matrix: getcol
  -> .sparse.csr_matrix: getrow
  -> .sparse.spmatrix | self: asfptype
classes(.sparse._bsr._bsr_base, .sparse.sparray): bsr_array
classes(.sparse._bsr._bsr_base, .sparse.spmatrix): bsr_matrix
classes(.sparse._coo._coo_base, .sparse.sparray): coo_array
classes(.sparse._dia._dia_base, .sparse.sparray): dia_array
classes(.sparse._dia._dia_base, .sparse.spmatrix): dia_matrix
classes(): sparray
-> .sparse.coo_array | .sparse.coo_matrix: expand_dims permute_dims swapaxes
-> tuple[ndarray, ndarray, ndarray]: find
-> tuple[ndarray, ndarray] | tuple[ndarray, ...] | ndarray: safely_cast_index_arrays
module scipy.sparse._base
class _spbase
  property self: real imag mT
  -> .sparse.csr_array | .sparse.csr_matrix | self: power
  -> tuple[ndarray, ndarray] | tuple[ndarray] | tuple[ndarray, ...]: nonzero
  -> self: conjugate conj transpose copy reshape
  -> ndarray: diagonal
  -> .sparse.bsr_array | .sparse.bsr_matrix: tobsr
  -> .sparse.coo_array | .sparse.coo_matrix: tocoo
  -> .sparse.csc_array | .sparse.csc_matrix: tocsc
  -> .sparse.csr_array | .sparse.csr_matrix: tocsr
  -> .sparse.dia_array | .sparse.dia_matrix: todia
  -> .sparse.dok_array | .sparse.dok_matrix: todok
  -> .sparse.lil_array | .sparse.lil_matrix: tolil
module scipy.sparse._bsr
class _bsr_base(.sparse._compressed._cs_matrix, .sparse._data._minmax_mixin)
  property ndarray: data
  property str: format
  property tuple[int, int]: shape blocksize
  -> numpy.int64 | ndarray: count_nonzero
module scipy.sparse._compressed
class _cs_matrix(.sparse._data._data_matrix, .sparse._data._minmax_mixin)
  property ndarray: data indices indptr
  property str: format
  -> self: sorted_indices
module scipy.sparse._coo
class _coo_base(.sparse._data._data_matrix, .sparse._data._minmax_mixin)
  property ndarray: data row col
  property tuple[ndarray, ...]: coords
  property str: format
  -> numpy.int64 | ndarray: count_nonzero
module scipy.sparse._csc
class _csc_base(.sparse._compressed._cs_matrix)
  property str: format
  -> .sparse._csr._csr_base: transpose
  -> numpy.int64 | ndarray: count_nonzero
module scipy.sparse._csr
class _csr_base(.sparse._compressed._cs_matrix)
  property str: format
module scipy.sparse._data
class _data_matrix(.sparse._base._spbase)
  property str: format
  property numpy.dtype: dtype
  -> self: sign ceil floor rint trunc
classes(): _minmax_mixin
module scipy.sparse._dia
class _dia_base(.sparse._data._data_matrix)
  property ndarray: data offsets
  property str: format
  property tuple[int, int]: shape
module scipy.sparse._dok
class _dok_base(.sparse._base._spbase)
  property numpy.dtype: dtype
  property str: format
  -> numpy.int64 | ndarray: count_nonzero
  -> .sparse._dok._dok_base | self: fromkeys
module scipy.sparse._lil
class _lil_base(.sparse._base._spbase)
  property numpy.dtype: dtype
  property ndarray: data rows
  property str: format
  property tuple[int, int]: shape
  -> self: tolil getrowview
  -> numpy.int64 | ndarray: count_nonzero
  -> .sparse.lil_array | .sparse.csr_matrix: getrow
module scipy.sparse.csgraph
-> .sparse.csr_array: breadth_first_tree csgraph_from_dense csgraph_from_masked depth_first_tree minimum_spanning_tree reconstruct_path
-> tuple[int, unknown]: connected_components
-> ndarray: construct_dist_matrix csgraph_to_dense maximum_bipartite_matching reverse_cuthill_mckee
-> .sparse.csgraph._flow.MaximumFlowResult: maximum_flow
-> tuple[unknown, unknown]: min_weight_full_bipartite_matching
module scipy.sparse.csgraph._flow
class MaximumFlowResult
  property .sparse.csr_array: flow
module scipy.sparse.linalg
class ArpackNoConvergence
  property ndarray: eigenvalues eigenvectors
class LaplacianNd(.sparse.linalg.LinearOperator)
  -> ndarray: eigenvalues eigenvectors toarray
  -> .sparse.dia_array | .sparse.csr_array: tosparse
class LinearOperator
  property numpy.dtype: dtype
  property .sparse.linalg._interface._TransposedLinearOperator: T
  -> .sparse.linalg._interface._TransposedLinearOperator: transpose
  -> ndarray: matmat
  -> .sparse.linalg._interface._ProductLinearOperator | .sparse.linalg._interface._ScaledLinearOperator | ndarray: dot rdot
  -> .sparse.linalg._interface._ProductLinearOperator | ndarray: __matmul__
  -> .sparse.linalg._interface._ScaledLinearOperator: __truediv__
  -> .sparse.linalg._interface._SumLinearOperator: __add__
class SuperLU
  property tuple[int, int]: shape
  property ndarray: perm_r perm_c
  property .sparse.csc_array: L U
-> .sparse.linalg._interface.MatrixLinearOperator: aslinearoperator
-> tuple[ndarray, int]: bicg bicgstab cg cgs gcrotmk gmres lgmres minres qmr tfqmr
-> tuple[ndarray, ndarray] | ndarray: eigs eigsh
-> ndarray | .sparse._base._spbase: expm_multiply
-> ndarray: funm_multiply_krylov spsolve_triangular
-> tuple[bool, bool]: is_sptriangular
-> tuple[ndarray, unknown, int, float, float, float, float, float]: lsmr
-> tuple: lsqr
-> numpy.float64 | tuple[numpy.float64, unknown] | tuple[numpy.float64, unknown, unknown]: onenormest
-> tuple[int, int]: spbandwidth
-> .sparse.linalg.SuperLU: spilu splu
-> tuple[ndarray, ndarray, ndarray] | tuple[ndarray, ndarray, None] | tuple[None, ndarray, ndarray]: svds
module scipy.spatial
class ConvexHull(.spatial._qhull._QhullUser)
  property ndarray: simplices neighbors equations coplanar points vertices
  property ndarray | None: good
class Delaunay(.spatial._qhull._QhullUser)
  property ndarray: simplices neighbors equations coplanar good points transform vertex_to_simplex convex_hull
  property tuple[ndarray, ndarray]: vertex_neighbor_vertices
  -> ndarray: plane_distance lift_points
class HalfspaceIntersection(.spatial._qhull._QhullUser)
  property ndarray: interior_point intersections dual_equations dual_points halfspaces dual_vertices
  property list[list[int]]: dual_facets
class Rectangle
  property ndarray: maxes mins
  -> tuple[self, self]: split
class SphericalVoronoi
  property ndarray: points center vertices
  property list[list[numpy.int64]]: regions
  -> ndarray: calculate_areas
class Voronoi(.spatial._qhull._QhullUser)
  property ndarray: vertices ridge_points point_region points
  property list[list[int]]: ridge_vertices regions
  property dict: ridge_dict
class cKDTree
  property .spatial._ckdtree.cKDTreeNode: tree
  -> list[int] | ndarray: query_ball_point
  -> list[list[int]]: query_ball_tree
  -> set[tuple[int, int]] | ndarray: query_pairs
  -> int | numpy.float64 | ndarray: count_neighbors
classes(.spatial.cKDTree): KDTree
-> matplotlib.figure.Figure: convex_hull_plot_2d delaunay_plot_2d voronoi_plot_2d
-> ndarray: distance_matrix geometric_slerp minkowski_distance minkowski_distance_p
-> tuple[ndarray, ndarray, numpy.float64]: procrustes
module scipy.spatial._ckdtree
classes(): cKDTreeNode
module scipy.spatial._qhull
class _Qhull
  property bytes: mode_option options
  -> ndarray: get_points get_hull_points get_extremes_2d
  -> tuple[float, float]: get_paraboloid_shift_scale volume_area
  -> tuple[ndarray, ndarray, ndarray, ndarray, ndarray]: get_simplex_facet_array
  -> tuple[list[list[int]], ndarray]: get_hull_facets
  -> tuple[ndarray, ndarray, list[list[int]], list[list[int]], ndarray]: get_voronoi_diagram
class _QhullUser
  property ndarray: min_bound max_bound
module scipy.spatial.distance
-> ndarray: cdist pdist squareform
-> tuple[float, int, int]: directed_hausdorff
-> numpy.float64 | ndarray: jensenshannon
-> numpy.float64 | numpy.complex128: mahalanobis sokalsneath
module scipy.stats
class Mixture
  property list: components
  property ndarray: weights
class gaussian_kde
  property ndarray: dataset covariance weights inv_cov
  -> ndarray: __call__ evaluate pdf logpdf resample
  -> self: marginal
class rv_continuous(.stats._distn_infrastructure._rv_mixin, .stats._distn_infrastructure.rv_generic)
  -> .stats._distn_infrastructure.rv_continuous_frozen: __call__ freeze
  -> tuple[unknown, ...]: fit
class rv_discrete(.stats._distn_infrastructure._rv_mixin, .stats._distn_infrastructure.rv_generic)
  -> .stats._distn_infrastructure.rv_discrete_frozen: __call__ freeze
  -> int | ndarray: rvs
classes(.stats.rv_continuous): rv_histogram
-> .stats._stats_py.AlexanderGovernResult: alexandergovern
property .stats._continuous_distns.alpha_gen: alpha
-> .stats._morestats.AndersonResult: anderson
-> .stats._morestats.Anderson_ksampResult: anderson_ksamp
property .stats._continuous_distns.anglit_gen: anglit
-> .stats._morestats.AnsariResult: ansari
property .stats._continuous_distns.arcsine_gen: arcsine
property .stats._continuous_distns.argus_gen: argus
-> .stats._hypotests.BarnardExactResult: barnard_exact
-> .stats._morestats.BartlettResult: bartlett
-> tuple[.stats._morestats.Mean, .stats._morestats.Variance, .stats._morestats.Std_dev]: bayes_mvs
property .stats._discrete_distns.bernoulli_gen: bernoulli
property .stats._continuous_distns.beta_gen: beta
property .stats._discrete_distns.betabinom_gen: betabinom
property .stats._discrete_distns.betanbinom_gen: betanbinom
property .stats._continuous_distns.betaprime_gen: betaprime
-> .stats._binned_statistic.BinnedStatisticResult: binned_statistic
-> .stats._binned_statistic.BinnedStatistic2dResult: binned_statistic_2d
-> .stats._binned_statistic.BinnedStatisticddResult: binned_statistic_dd
property .stats._discrete_distns.binom_gen: binom
-> .stats._binomtest.BinomTestResult: binomtest
property .stats._discrete_distns.boltzmann_gen: boltzmann
-> .stats._resampling.BootstrapResult: bootstrap
-> .stats._hypotests.BoschlooExactResult: boschloo_exact
-> numpy.float64 | ndarray: boxcox_normmax expectile gstd percentileofscore scoreatpercentile trim_mean
property .stats._continuous_distns.bradford_gen: bradford
-> .stats._stats_py.BrunnerMunzelResult: brunnermunzel
property .stats._continuous_distns.burr_gen: burr
property .stats._continuous_distns.burr12_gen: burr12
-> .stats._resampling.PermutationTestResult: bws_test permutation_test
property .stats._continuous_distns.cauchy_gen: cauchy
-> .stats._stats_py.SignificanceResult: chatterjeexi combine_pvalues fisher_exact jarque_bera kendalltau mood pointbiserialr poisson_means_test spearmanr spearmanrho weightedtau
property .stats._continuous_distns.chi_gen: chi
property .stats._continuous_distns.chi2_gen: chi2
-> .stats.contingency.Chi2ContingencyResult: chi2_contingency
-> .stats._stats_py.Power_divergenceResult: chisquare power_divergence
property .stats._continuous_distns.cosine_gen: cosine
-> .stats._hypotests.CramerVonMisesResult: cramervonmises cramervonmises_2samp
property .stats._continuous_distns.crystalball_gen: crystalball
-> .stats._stats_py.CumfreqResult: cumfreq
-> .stats._stats_py.DescribeResult: describe
property .stats._continuous_distns.dgamma_gen: dgamma
-> .stats._morestats.DirectionalStats: directional_stats
property .stats._discrete_distns.dlaplace_gen: dlaplace
property .stats._continuous_distns.dpareto_lognorm_gen: dpareto_lognorm
-> .stats._multicomp.DunnettResult: dunnett
property .stats._continuous_distns.dweibull_gen: dweibull
-> .stats._survival.ECDFResult: ecdf
-> .stats._hypotests.Epps_Singleton_2sampResult: epps_singleton_2samp
property .stats._continuous_distns.erlang_gen: erlang
-> .stats._distribution_infrastructure.MonotonicTransformedDistribution: exp log
property .stats._continuous_distns.expon_gen: expon
property .stats._continuous_distns.exponnorm_gen: exponnorm
property .stats._continuous_distns.exponpow_gen: exponpow
property .stats._continuous_distns.exponweib_gen: exponweib
property .stats._continuous_distns.f_gen: f
-> .stats._stats_py.F_onewayResult: f_oneway
property .stats._continuous_distns.fatiguelife_gen: fatiguelife
property .stats._continuous_distns.fisk_gen: fisk
-> .stats._fit.FitResult: fit
-> .stats._morestats.FlignerResult: fligner
property .stats._continuous_distns.foldcauchy_gen: foldcauchy
property .stats._continuous_distns.foldnorm_gen: foldnorm
-> .stats._stats_py.FriedmanchisquareResult: friedmanchisquare
property .stats._continuous_distns.gamma_gen: gamma
property .stats._continuous_distns.gausshyper_gen: gausshyper
property .stats._continuous_distns.genexpon_gen: genexpon
property .stats._continuous_distns.genextreme_gen: genextreme
property .stats._continuous_distns.gengamma_gen: gengamma
property .stats._continuous_distns.genhalflogistic_gen: genhalflogistic
property .stats._continuous_distns.genhyperbolic_gen: genhyperbolic
property .stats._continuous_distns.geninvgauss_gen: geninvgauss
property .stats._continuous_distns.genlogistic_gen: genlogistic
property .stats._continuous_distns.gennorm_gen: gennorm
property .stats._continuous_distns.genpareto_gen: genpareto
property .stats._discrete_distns.geom_gen: geom
property .stats._continuous_distns.gibrat_gen: gibrat
property .stats._continuous_distns.gompertz_gen: gompertz
-> .stats._fit.GoodnessOfFitResult: goodness_of_fit
property .stats._continuous_distns.gumbel_l_gen: gumbel_l
property .stats._continuous_distns.gumbel_r_gen: gumbel_r
-> ndarray: gzscore rankdata trim1 trimboth zmap zscore
property .stats._continuous_distns.halfcauchy_gen: halfcauchy
property .stats._continuous_distns.halfgennorm_gen: halfgennorm
property .stats._continuous_distns.halflogistic_gen: halflogistic
property .stats._continuous_distns.halfnorm_gen: halfnorm
property .stats._discrete_distns.hypergeom_gen: hypergeom
property .stats._continuous_distns.hypsecant_gen: hypsecant
property .stats._continuous_distns.invgamma_gen: invgamma
property .stats._continuous_distns.invgauss_gen: invgauss
property .stats._continuous_distns.invweibull_gen: invweibull
property .stats._continuous_distns.irwinhall_gen: irwinhall
property .stats._continuous_distns.jf_skew_t_gen: jf_skew_t
property .stats._continuous_distns.johnsonsb_gen: johnsonsb
property .stats._continuous_distns.johnsonsu_gen: johnsonsu
property .stats._continuous_distns.kappa3_gen: kappa3
property .stats._continuous_distns.kappa4_gen: kappa4
-> .stats._stats_py.KruskalResult: kruskal
property .stats._continuous_distns.ksone_gen: ksone
property .stats._continuous_distns.kstwo_gen: kstwo
property .stats._continuous_distns.kstwobign_gen: kstwobign
-> .stats._stats_py.KurtosistestResult: kurtosistest
property .stats._continuous_distns.landau_gen: landau
property .stats._continuous_distns.laplace_gen: laplace
property .stats._continuous_distns.laplace_asymmetric_gen: laplace_asymmetric
-> .stats._morestats.LeveneResult: levene
property .stats._continuous_distns.levy_gen: levy
property .stats._continuous_distns.levy_l_gen: levy_l
property .stats._levy_stable.levy_stable_gen: levy_stable
-> .stats._stats_py.LinregressResult: linregress
-> ndarray | numpy.float64: lmoment
property .stats._continuous_distns.loggamma_gen: loggamma
property .stats._continuous_distns.logistic_gen: logistic
property .stats._continuous_distns.loglaplace_gen: loglaplace
property .stats._continuous_distns.lognorm_gen: lognorm
-> .stats._survival.LogRankResult: logrank
property .stats._discrete_distns.logser_gen: logser
property .stats._continuous_distns.reciprocal_gen: loguniform reciprocal
property .stats._continuous_distns.lomax_gen: lomax
property .stats._continuous_distns.maxwell_gen: maxwell
-> .stats._morestats.MedianTestResult: median_test
property .stats._continuous_distns.mielke_gen: mielke
-> .stats._stats_py.ModeResult: mode
-> .stats._resampling.MonteCarloTestResult: monte_carlo_test
property .stats._continuous_distns.moyal_gen: moyal
-> .stats._mgc.MGCResult: multiscale_graphcorr
property .stats._continuous_distns.nakagami_gen: nakagami
property .stats._discrete_distns.nbinom_gen: nbinom
property .stats._continuous_distns.ncf_gen: ncf
property .stats._discrete_distns.nchypergeom_fisher_gen: nchypergeom_fisher
property .stats._discrete_distns.nchypergeom_wallenius_gen: nchypergeom_wallenius
property .stats._continuous_distns.nct_gen: nct
property .stats._continuous_distns.ncx2_gen: ncx2
property .stats._discrete_distns.nhypergeom_gen: nhypergeom
property .stats._continuous_distns.norm_gen: norm
-> .stats._stats_py.NormaltestResult: normaltest
property .stats._continuous_distns.norminvgauss_gen: norminvgauss
-> .stats._distribution_infrastructure.OrderStatisticDistribution: order_statistic
-> .stats._page_trend_test.PageTrendTestResult: page_trend_test
property .stats._continuous_distns.pareto_gen: pareto
property .stats._continuous_distns.pearson3_gen: pearson3
-> .stats._stats_py.PearsonRResult: pearsonr
property .stats._discrete_distns.planck_gen: planck
property .stats._discrete_distns.poisson_gen: poisson
property .stats._discrete_distns.poisson_binom_gen: poisson_binom
-> .stats._resampling.PowerResult: power
property .stats._continuous_distns.powerlaw_gen: powerlaw
property .stats._continuous_distns.powerlognorm_gen: powerlognorm
property .stats._continuous_distns.powernorm_gen: powernorm
-> tuple[tuple[ndarray, ndarray], unknown] | tuple[unknown, unknown]: probplot
-> .stats._stats_py.QuantileTestResult: quantile_test
property .stats._discrete_distns.randint_gen: randint
-> .stats._stats_py.RanksumsResult: ranksums
property .stats._continuous_distns.rayleigh_gen: rayleigh
property .stats._continuous_distns.rdist_gen: rdist
property .stats._continuous_distns.recipinvgauss_gen: recipinvgauss
property .stats._continuous_distns.rel_breitwigner_gen: rel_breitwigner
-> .stats._stats_py.RelfreqResult: relfreq
property .stats._continuous_distns.rice_gen: rice
property .stats._continuous_distns.semicircular_gen: semicircular
-> .stats._morestats.ShapiroResult: shapiro
-> .stats._stats_mstats_common.SiegelslopesResult: siegelslopes
-> .stats._stats_py.SigmaclipResult: sigmaclip
property .stats._discrete_distns.skellam_gen: skellam
property .stats._continuous_distns.skewcauchy_gen: skewcauchy
property .stats._continuous_distns.skewnorm_gen: skewnorm
-> .stats._stats_py.SkewtestResult: skewtest
-> .stats._sensitivity_analysis.SobolResult: sobol_indices
-> .stats._hypotests.SomersDResult: somersd
property .stats._continuous_distns.studentized_range_gen: studentized_range
property .stats._continuous_distns.t_gen: t
-> .stats._stats_mstats_common.TheilslopesResult: theilslopes
property .stats._continuous_distns.trapezoid_gen: trapezoid
property .stats._continuous_distns.triang_gen: triang
property .stats._continuous_distns.truncexpon_gen: truncexpon
property .stats._continuous_distns.truncnorm_gen: truncnorm
property .stats._continuous_distns.truncpareto_gen: truncpareto
property .stats._continuous_distns.truncweibull_min_gen: truncweibull_min
-> .stats._stats_py.TtestResult: ttest_1samp ttest_ind ttest_rel
-> .stats._stats_py.Ttest_indResult: ttest_ind_from_stats
-> .stats._hypotests.TukeyHSDResult: tukey_hsd
property .stats._continuous_distns.tukeylambda_gen: tukeylambda
property .stats._continuous_distns.uniform_gen: uniform
property .stats._continuous_distns.vonmises_gen: vonmises vonmises_line
property .stats._continuous_distns.wald_gen: wald
property .stats._continuous_distns.weibull_max_gen: weibull_max
property .stats._continuous_distns.weibull_min_gen: weibull_min
-> .stats._morestats.WilcoxonResult: wilcoxon
property .stats._continuous_distns.wrapcauchy_gen: wrapcauchy
property .stats._discrete_distns.yulesimon_gen: yulesimon
property .stats._discrete_distns.zipf_gen: zipf
property .stats._discrete_distns.zipfian_gen: zipfian
module scipy.stats._binned_statistic
class BinnedStatistic2dResult
  property ndarray: statistic x_edge y_edge binnumber
class BinnedStatisticResult
  property ndarray: statistic bin_edges binnumber
class BinnedStatisticddResult
  property ndarray: statistic binnumber
  property list[ndarray]: bin_edges
module scipy.stats._binomtest
class BinomTestResult
  -> .stats._common.ConfidenceInterval: proportion_ci
module scipy.stats._continuous_distns
class norm_gen(.stats._distn_infrastructure._rv_continuous_0)
  -> tuple[numpy.float64, numpy.float64] | tuple[unknown, numpy.float64] | tuple[numpy.float64, unknown]: fit
class reciprocal_gen(.stats.rv_continuous)
  property str: fit_note
classes(.stats.rv_continuous): alpha_gen argus_gen beta_gen betaprime_gen bradford_gen burr12_gen burr_gen chi2_gen chi_gen crystalball_gen dgamma_gen dpareto_lognorm_gen dweibull_gen exponnorm_gen exponpow_gen exponweib_gen f_gen fatiguelife_gen foldcauchy_gen foldnorm_gen gamma_gen gausshyper_gen genexpon_gen genextreme_gen gengamma_gen genhalflogistic_gen genhyperbolic_gen geninvgauss_gen genlogistic_gen gennorm_gen genpareto_gen gompertz_gen halfgennorm_gen invgamma_gen invgauss_gen invweibull_gen irwinhall_gen jf_skew_t_gen johnsonsb_gen johnsonsu_gen kappa3_gen kappa4_gen ksone_gen kstwo_gen laplace_asymmetric_gen loggamma_gen loglaplace_gen lognorm_gen lomax_gen mielke_gen nakagami_gen ncf_gen nct_gen ncx2_gen norminvgauss_gen pareto_gen pearson3_gen powerlaw_gen powerlognorm_gen powernorm_gen rdist_gen recipinvgauss_gen rel_breitwigner_gen rice_gen skewcauchy_gen skewnorm_gen studentized_range_gen t_gen trapezoid_gen triang_gen truncexpon_gen truncnorm_gen truncpareto_gen truncweibull_min_gen tukeylambda_gen vonmises_gen weibull_max_gen weibull_min_gen wrapcauchy_gen
classes(.stats._distn_infrastructure._rv_continuous_0): anglit_gen arcsine_gen cauchy_gen cosine_gen expon_gen gibrat_gen gumbel_l_gen gumbel_r_gen halfcauchy_gen halflogistic_gen halfnorm_gen hypsecant_gen kstwobign_gen landau_gen laplace_gen levy_gen levy_l_gen logistic_gen maxwell_gen moyal_gen rayleigh_gen semicircular_gen uniform_gen wald_gen
classes(.stats._continuous_distns.gamma_gen): erlang_gen
classes(.stats._continuous_distns.burr_gen): fisk_gen
module scipy.stats._discrete_distns
class _nchypergeom_gen(.stats.rv_discrete)
  property str | None: rvs_name
class nchypergeom_fisher_gen(.stats._discrete_distns._nchypergeom_gen)
  property str: rvs_name
class nchypergeom_wallenius_gen(.stats._discrete_distns._nchypergeom_gen)
  property str: rvs_name
classes(.stats._discrete_distns.binom_gen): bernoulli_gen
classes(.stats.rv_discrete): betabinom_gen betanbinom_gen binom_gen boltzmann_gen dlaplace_gen geom_gen hypergeom_gen logser_gen nbinom_gen nhypergeom_gen planck_gen poisson_binom_gen poisson_gen randint_gen skellam_gen yulesimon_gen zipf_gen zipfian_gen
module scipy.stats._distn_infrastructure
class _ShapeInfo
  property str: name
class _rv_continuous_0(.stats.rv_continuous)
  -> .stats._distn_infrastructure.rv_continuous_frozen: __call__ freeze
class _rv_mixin
  property str: name shapes
class rv_generic
  -> .stats._distn_infrastructure.rv_frozen: __call__ freeze
class rv_sample(.stats.rv_discrete)
  property ndarray: xk pk qvals
classes(.stats._distn_infrastructure.rv_frozen): rv_continuous_frozen rv_discrete_frozen
classes(): rv_frozen
module scipy.stats._fit
class FitResult
  property tuple[numpy.float64, unknown]: params
  property str | None: message
  -> matplotlib.axes.Axes: plot
class GoodnessOfFitResult
  property .stats._fit.FitResult: fit_result
  property ndarray: null_distribution
module scipy.stats._hypotests
class SomersDResult
  property ndarray: table
class TukeyHSDResult
  property ndarray: statistic pvalue
  -> .stats._common.ConfidenceInterval: confidence_interval
module scipy.stats._levy_stable
class levy_stable_gen(.stats.rv_continuous)
  property str: parameterization pdf_default_method cdf_default_method
module scipy.stats._morestats
class MedianTestResult
  property ndarray: table
class _ConfidenceInterval
  property tuple[float, float]: minmax
classes(.stats._morestats._ConfidenceInterval): Mean Std_dev Variance
module scipy.stats._multicomp
class DunnettResult
  property ndarray: statistic pvalue
  -> .stats._common.ConfidenceInterval: confidence_interval
module scipy.stats._new_distributions
classes(): __PhantomParamMixin
module scipy.stats._page_trend_test
class PageTrendTestResult
  property str: method
module scipy.stats._resampling
class BootstrapResult
  property .stats._common.ConfidenceInterval: confidence_interval
module scipy.stats._sensitivity_analysis
class BootstrapSobolResult
  property .stats._resampling.BootstrapResult: first_order total_order
class SobolResult
  property ndarray: first_order total_order
  -> .stats._sensitivity_analysis.BootstrapSobolResult: bootstrap
module scipy.stats._stats_py
class CumfreqResult
  property ndarray: cumcount
class DescribeResult
  property tuple[unknown, unknown]: minmax
class PearsonRResult
  -> .stats._stats_py.ConfidenceInterval: confidence_interval
class QuantileTestResult
  -> .stats._stats_py.ConfidenceInterval: confidence_interval
class RelfreqResult
  property ndarray: frequency
class SigmaclipResult
  property ndarray: clipped
class TtestResult
  -> .stats._stats_py.ConfidenceInterval: confidence_interval
module scipy.stats._survival
class ECDFResult
  property .stats._survival.EmpiricalDistributionFunction: cdf sf
class EmpiricalDistributionFunction
  property ndarray: quantiles
  -> ndarray: evaluate
  -> list: plot
  -> .stats._common.ConfidenceInterval: confidence_interval
module scipy.stats.contingency
class Chi2ContingencyResult
  property ndarray: expected_freq
`;
