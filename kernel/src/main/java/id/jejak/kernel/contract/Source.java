package id.jejak.kernel.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where a fact about a national system comes from; the fidelity table in the docs is made of these. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD})
public @interface Source {
  /** How sure we are. */
  Grade grade();

  /** Document and section, or the decision that fills a gap. */
  String ref();

  /** Month in which it was last looked at, {@code yyyy-mm}. */
  String seen();
}
