package id.jejak.verify.planted.ttac.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/** Facts, each with its source. */
public enum SourcedByConstant {
  /** One. */
  @Source(grade = Grade.CERTAIN, ref = "planted", seen = "2026-11")
  ONE
}
