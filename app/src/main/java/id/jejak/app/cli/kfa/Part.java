package id.jejak.app.cli.kfa;

import java.util.Locale;

/** A part of the dictionary that is fetched by itself, in the order in which they are fetched. */
enum Part {
  /** Medicines and vaccines. */
  FARMASI,
  /** Devices of version 2. */
  ALKES,
  /** Templates of devices, version 3. */
  TEMPLATES_V3,
  /** Devices of version 3. */
  ALKES_V3,
  /** Nodes of the ATC. */
  ATC,
  /** Tags. */
  TAGS,
  /** Everything about each product, where lists tell less. */
  DETAILS,
  /** Prices of the templates. */
  PRICES;

  /** As options and files name it. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** True for what some servers do not serve. */
  boolean mayBeGone() {
    return this == ATC || this == TAGS || this == TEMPLATES_V3 || this == ALKES_V3 || this == PRICES;
  }
}
