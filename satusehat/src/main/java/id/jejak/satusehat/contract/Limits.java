package id.jejak.satusehat.contract;

import java.time.Duration;

/** Every limit of the FHIR server and of eresep, with its unit. */
public final class Limits {
  /** Bytes of one resource's request. */
  public static final int RESOURCE_BYTES = 1024 * 1024;
  /** Bytes of a bundle's request. */
  public static final int BUNDLE_BYTES = 8 * 1024 * 1024;
  /** Entries of a bundle. */
  public static final int BUNDLE_ENTRIES = 200;
  /** Levels of nesting of a request's JSON. */
  public static final int DEPTH = 100;
  /** Characters of one number. */
  public static final int NUMBER_LENGTH = 100;
  /** Index rows of one resource; further values are kept, but not found. */
  public static final int INDEX_ROWS = 500;
  /** Words of a name that are found. */
  public static final int WORDS = 20;
  /** Characters of a word that count. */
  public static final int WORD_LENGTH = 64;
  /** Entries of a page that nobody asked otherwise for: the recorded server's. */
  public static final int PAGE = 100;
  /** Largest page that may be asked for, entries. */
  public static final int LARGEST_PAGE = 500;
  /** Resources that are included beside the matches of a page. */
  public static final int INCLUDED = 1000;
  /** Parameters of one search. */
  public static final int PARAMETERS = 50;
  /** Values of one search, over all its parameters: a facility asks for all its locations at once. */
  public static final int VALUES = 500;
  /** Characters of one searched value. */
  public static final int VALUE_LENGTH = 2048;
  /** Versions that a history shows, the newest ones. */
  public static final int VERSIONS = 100;
  /** Steps of one JSON Patch. */
  public static final int PATCH_STEPS = 200;
  /** Prescriptions that one dispense may name. */
  public static final int PRESCRIPTIONS = 20;
  /** Dispenses of one prescription item that are counted; beyond them nothing more is dispensed. */
  public static final int DISPENSES = 1000;
  /** Notice streams open at once. */
  public static final int STREAMS = 128;
  /** How long one notice stream stays open; its reader comes again by itself and misses nothing. */
  public static final Duration STREAM = Duration.ofSeconds(20);
  /** Bytes of eresep's login request. */
  public static final int LOGIN_BYTES = 16 * 1024;
  /** How long eresep's token lives, by the document's own example. */
  public static final Duration ERESEP_TOKEN = Duration.ofSeconds(1800);

  private Limits() {}
}
