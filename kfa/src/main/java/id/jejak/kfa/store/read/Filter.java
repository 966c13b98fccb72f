package id.jejak.kfa.store.read;

import org.jspecify.annotations.Nullable;

/**
 * What a list is narrowed to; null means that it is not.
 *
 * @param pharmacy true for medicines and vaccines, false for devices
 * @param type {@code medicine}, {@code vaccine}, {@code device}, {@code pkrt}
 * @param fromDay first day of the last change, as days since 1970
 * @param toDay last day of the last change
 * @param keyword each of its words must begin a word of the product; or it is the product's code
 */
public record Filter(@Nullable Boolean pharmacy, @Nullable String type, @Nullable Integer fromDay,
    @Nullable Integer toDay, @Nullable String template, @Nullable String pack, @Nullable String tag,
    @Nullable String atc, @Nullable String keyword) {
  /** Everything with a tag. */
  public static Filter tag(String tag) {
    return new Filter(null, null, null, null, null, null, tag, null, null);
  }

  /** Everything below a node of the ATC. */
  public static Filter atc(String code) {
    return new Filter(null, null, null, null, null, null, null, code, null);
  }

  /** The same, of one type only; null changes nothing. */
  public Filter ofType(@Nullable String only) {
    return new Filter(pharmacy, only, fromDay, toDay, template, pack, tag, atc, keyword);
  }
}
