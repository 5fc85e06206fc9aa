/** Read off librosa 1.0.0 by scripts/knowledge/api.py. */
export const librosa = `
module librosa
pcen(...) -> ndarray ? return_zf=True tuple[ndarray, ndarray]
plimit_intervals(...) -> ndarray ? return_factors=True list[dict]
pythagorean_intervals(...) -> unknown ? return_factors=True list[dict]
-> unknown: A4_to_tuning A_weighting B_weighting C_weighting D_weighting Z_weighting
-> numpy.float64 | ndarray: amplitude_to_db blocks_to_time db_to_amplitude db_to_power frames_to_time mu_expand power_to_db samples_to_time
-> ndarray: autocorrelate clicks cqt f0_harmonics fmt griffinlim griffinlim_cqt hybrid_cqt icqt iirt interp_harmonics istft key_to_degrees lpc mu_compress multi_frequency_weighting perceptual_weighting phase_vocoder pseudo_cqt resample salience samples_like stft times_like to_mono to_multi to_stereo vqt yin zero_crossings
-> numpy.int64 | ndarray: blocks_to_frames
property ._cache.CacheManager: cache
-> str: cite example fifths_to_note
-> str | ndarray: hz_to_fjs hz_to_note hz_to_svara_c hz_to_svara_h interval_to_fjs midi_to_note midi_to_svara_c midi_to_svara_h note_to_svara_c note_to_svara_h
-> list[str]: key_to_notes list_thaat mela_to_svara
-> dict: list_mela
-> tuple[ndarray, float]: load loadx
-> tuple[ndarray, ndarray]: magphase piptrack
-> tuple[ndarray, ndarray, ndarray]: pyin reassigned_spectrogram
-> iterator[ndarray]: stream
module librosa.beat
-> tuple[unknown, ndarray]: beat_track
-> ndarray: plp
module librosa.display
class AdaptiveFormatterBase(matplotlib.ticker.Formatter)
  -> str: __call__
class AdaptiveWaveplot
  property ndarray: times samples
  property .display._WaveplotDecoy: label_proxy_
  property matplotlib.lines.Line2D | None: steps
  property matplotlib.collections.PolyCollection | None: envelope
  property matplotlib.axes.Axes | None: ax
class ChromaFJSFormatter(matplotlib.ticker.Formatter)
  property str: unison
  property ndarray: intervals_
  -> str: __call__
class ChromaFormatter(matplotlib.ticker.Formatter)
  property str: key
  -> str: __call__
class ChromaSvaraFormatter(matplotlib.ticker.Formatter)
  property int | str | None: mela
  -> str: __call__
class FJSFormatter(.display.AdaptiveFormatterBase)
  property str | None: unison
  property ndarray: frequencies_
class NoteFormatter(.display.AdaptiveFormatterBase)
  property str: key
class TimeFormatter(matplotlib.ticker.Formatter)
  property str | None: unit
  -> str: __call__
class TonnetzFormatter(matplotlib.ticker.Formatter)
  -> str: __call__
class Transformf0(matplotlib.transforms.Transform)
  property scipy.interpolate.interp1d: f0_interp
  property ndarray: f0
  -> ndarray: transform_non_affine
  -> .display.Transformf0: inverted
class _WaveplotDecoy(matplotlib.lines.Line2D)
  property .display.AdaptiveWaveplot: waveplot
classes(.display.AdaptiveFormatterBase): LogHzFormatter
-> matplotlib.colorbar.Colorbar: colorbar_db colorbar_phase
-> list[matplotlib.patheffects.AbstractPathEffect]: highlight
-> matplotlib.colors.Colormap: infer_cmap
-> matplotlib.legend.Legend: legend_for_axes
-> ndarray: multiplot
-> matplotlib.collections.QuadMesh: specshow
-> matplotlib.collections.PatchCollection: wavebars
-> .display.AdaptiveWaveplot | matplotlib.collections.PatchCollection: wavef0
-> .display.AdaptiveWaveplot: waveshow
module librosa.effects
deemphasis(...) -> ndarray ? return_zf=True tuple[ndarray, ndarray]
preemphasis(...) -> ndarray ? return_zf=True tuple[ndarray, ndarray]
-> ndarray: harmonic percussive pitch_shift remix split time_stretch
-> tuple[ndarray, ndarray]: hpss
-> tuple[ndarray, unknown]: trim
module librosa.feature
-> ndarray: chroma_cens chroma_cqt chroma_stft chroma_vqt delta fourier_tempogram hybrid_tempogram melspectrogram metrogram mfcc poly_features rms spectral_bandwidth spectral_centroid spectral_contrast spectral_flatness spectral_rolloff stack_memory tempo tempogram tempogram_ratio tonnetz zero_crossing_rate
module librosa.onset
-> ndarray: onset_backtrack onset_detect onset_strength onset_strength_multi
`;
