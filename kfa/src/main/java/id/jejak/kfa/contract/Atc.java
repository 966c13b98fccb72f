package id.jejak.kfa.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/** The shape of ATC codes: {@code A}, {@code A10}, {@code A10B}, {@code A10BA}, {@code A10BA02}. */
@Source(grade = Grade.CERTAIN, ref = "KFA ReST API 2023, atc_l1 to atc_l5 of 5.1", seen = "2026-11")
public final class Atc {
  private Atc() {}

  /** The level of a code, 1 to 5; empty for what is none. */
  public static String level(String code) {
    return switch (code.length()) {
      case 1 -> "1";
      case 3 -> "2";
      case 4 -> "3";
      case 5 -> "4";
      case 7 -> "5";
      default -> "";
    };
  }
}
