package id.jejak.app.web.ground;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What every template is told: language, where it is, and what its forms must carry. Immutable.
 *
 * @param path of the page, without the query
 * @param query raw; empty when there is none
 * @param csrf goes with every form, so that only our own pages can send one
 * @param demo true when the sandbox is on
 * @param nav entries of the navigation that the reader may see
 * @param assets addresses of style and scripts
 * @param boot names this run of the server, so that a live page sees a restart
 * @param worker the member of staff who is logged in
 * @param said about the form that was just sent
 */
public record Page(Language language, String path, String query, String csrf, boolean demo, List<NavItem> nav,
    Assets assets, String boot, Optional<Worker> worker, Optional<Said> said) {
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  /** One text in the reader's language. */
  public String say(String indonesian, String english) {
    return language == Language.ID ? indonesian : english;
  }

  /** The address of an asset, good for ever. */
  public String asset(String name) {
    return assets.address(name);
  }

  /** Whether an entry of the navigation is where the reader is. */
  public boolean at(NavItem item) {
    return item.path().equals("/") ? path.equals("/") : path.equals(item.path()) || path.startsWith(item.path() + "/");
  }

  /** Entries for everybody. */
  public List<NavItem> common() {
    return nav.stream().filter(item -> item.needs().isEmpty()).toList();
  }

  /** Entries for staff; empty for whoever is not logged in. */
  public List<NavItem> work() {
    return nav.stream().filter(item -> item.needs().isPresent()).toList();
  }

  /** This page in the other language. */
  public String otherLanguage() {
    return "/console/language/" + language.other().code() + "?back="
        + URLEncoder.encode(path + (query.isEmpty() ? "" : "?" + query), StandardCharsets.UTF_8);
  }

  /** A number with the language's thousands. */
  public String number(long number) {
    return String.format(language == Language.ID ? Locale.forLanguageTag("id-ID") : Locale.UK, "%,d", number);
  }

  /** Time of day in Jakarta. */
  public String second(Instant at) {
    return SECOND.format(at.atZone(JAKARTA));
  }

  /** A span of time in minutes, or in seconds below one. */
  public String span(long seconds) {
    return seconds < 60 ? seconds + " " + say("dtk", "s")
        : number(Math.round(seconds / 60.0)) + " " + say("mnt", "min");
  }

  /** Day and time in Jakarta. */
  public String full(Instant at) {
    return FULL.format(at.atZone(JAKARTA)) + " WIB";
  }
}
