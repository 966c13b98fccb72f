package id.jejak.app.cli.kfa;

import id.jejak.kernel.config.StartFailure;
import id.jejak.kfa.http.synthetic.Dirt;
import id.jejak.kfa.http.synthetic.SyntheticCatalogue;
import id.jejak.kfa.store.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kfa generate}: makes up a dictionary of the real size, into a file or into a running Jejak. */
@Command(name = "generate", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Makes up a dictionary of the real one's size and shape, and loads it, or writes it to a file.",
    footer = {"", "Substances and strengths are facts; products, codes and prices are invented.",
        "The demo world needs no client; elsewhere say --client-id and --client-secret, or --token."})
public final class GenerateCommand implements Callable<Integer> {
  private final boolean terminal;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--farmasi", paramLabel = "N", defaultValue = "" + SyntheticCatalogue.REAL_FARMASI,
      description = "medicines and vaccines, the commonest first; ${DEFAULT-VALUE} if not given")
  private int farmasi = SyntheticCatalogue.REAL_FARMASI;

  @Option(names = "--alkes", paramLabel = "N", defaultValue = "" + SyntheticCatalogue.REAL_ALKES,
      description = "devices of version 2; those of version 3 follow; ${DEFAULT-VALUE} if not given")
  private int alkes = SyntheticCatalogue.REAL_ALKES;

  @Option(names = "--seed", paramLabel = "S", defaultValue = "1",
      description = "begins all chance: the same seed gives the same dictionary; ${DEFAULT-VALUE} if not given")
  private long seed = 1;

  @Option(names = "--clean", description = "without what is wrong in the real one (codes missing, packs missing, ...)")
  private boolean clean;

  @Option(names = "--out", paramLabel = "FILE", description = "write here instead, a document a line; ./jejak kfa"
      + " import reads it")
  private @Nullable Path out;

  @Mixin
  private ClientOptions client = new ClientOptions();

  /**
   * A command.
   *
   * @param environment of the process; {@code JEJAK_TERMINAL=true} says that a person watches
   */
  public GenerateCommand(Map<String, String> environment) {
    terminal = "true".equals(environment.get("JEJAK_TERMINAL"));
  }

  @Override
  public Integer call() {
    var catalogue = catalogue();
    long total = Arrays.stream(Row.Kind.values()).mapToLong(catalogue::count).sum();
    try (var progress = new RowProgress(spec.commandLine().getErr(), terminal, total)) {
      var said = out == null ? load(catalogue, progress) : write(out, catalogue, progress);
      spec.commandLine().getOut().print(said);
      spec.commandLine().getOut().flush();
    }
    return 0;
  }

  private SyntheticCatalogue catalogue() {
    try {
      return SyntheticCatalogue.of(seed, farmasi, alkes, clean ? Dirt.NONE : Dirt.USUAL);
    } catch (IllegalArgumentException e) {
      throw new StartFailure(e.getMessage() + ": choose other numbers with --farmasi and --alkes", e);
    }
  }

  private String load(SyntheticCatalogue catalogue, RowProgress progress) {
    try (var upload = new RowUpload(client.url()); var rows = new RowStream(catalogue.rows(), progress)) {
      return KfaImportCommand.report(upload.send(rows, client.token()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String write(Path file, SyntheticCatalogue catalogue, RowProgress progress) {
    try (var rows = new RowStream(catalogue.rows(), progress)) {
      long bytes = Files.copy(rows, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      return String.format(Locale.ROOT, "%s: %,d rows, %,d bytes%n", file, progress.made(), bytes);
    } catch (IOException e) {
      throw new StartFailure("cannot write to " + file + ": check that its folder exists, may be written, and has"
          + " room for about 240 MB", e);
    }
  }
}
