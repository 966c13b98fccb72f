package id.jejak.verify.golden;

import id.jejak.kernel.contract.Grade;
import id.jejak.verify.Repository;
import java.nio.file.Path;
import java.util.List;

/**
 * One file of exchanges, run in order against a fresh demo world.
 *
 * @param cases ids of the cases of the contract it shows; may be empty
 * @param operation id of the operation it is about
 * @param grade how sure we are that the real system answers so
 * @param source document and section, or the decision that fills a gap
 * @param about one sentence for the reference page
 * @param lines the file itself
 */
public record GoldenFile(
    Path path,
    List<String> cases,
    String operation,
    Grade grade,
    String source,
    String about,
    List<Exchange> exchanges,
    List<String> lines) {
  /** Where they lie in a module: on the class path, so that the reference pages can show them. */
  public static final String FOLDER = "exchanges";

  /** Copies the lists. */
  public GoldenFile {
    cases = List.copyOf(cases);
    exchanges = List.copyOf(exchanges);
    lines = List.copyOf(lines);
  }

  /**
   * Reads one file.
   *
   * @throws GoldenParser.Malformed when it does not keep the format
   */
  public static GoldenFile read(Path path) {
    return GoldenParser.parse(path, Repository.text(path));
  }

  /** Every golden file of every system in a checkout. */
  public static List<GoldenFile> in(Repository repository) {
    return repository.mainFiles(".http").stream()
        .filter(file -> file.getParent().endsWith(FOLDER))
        .map(GoldenFile::read).toList();
  }

  /** The file's name. */
  public String name() {
    return path.getFileName().toString();
  }
}
