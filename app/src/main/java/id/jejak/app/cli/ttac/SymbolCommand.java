package id.jejak.app.cli.ttac;

import id.jejak.kernel.config.StartFailure;
import id.jejak.ttac.contract.WibText;
import id.jejak.ttac.contract.barcode.BarcodeText;
import id.jejak.ttac.http.symbol.Carrier;
import id.jejak.ttac.http.symbol.Symbols;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.Year;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws a barcode into a file, or to the screen as SVG, without any server. */
@Command(name = "symbol", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Draws a barcode as a symbol that scanners read.")
public final class SymbolCommand implements Callable<Integer> {
  private static final int MODULE = 8;

  /** Carriers by the names they have on the command line. */
  enum Kind { datamatrix, qr }

  private final InstantSource clock;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "TEXT", description = "the barcode's text; with brackets: (90)...(10)...(17)...(21)...")
  private String text = "";

  @Option(names = "--carrier", paramLabel = "KIND", defaultValue = "datamatrix",
      description = "datamatrix or qr; ${DEFAULT-VALUE} if not given")
  private Kind carrier = Kind.datamatrix;

  @Option(names = "--out", paramLabel = "FILE", description = "file to write, .png or .svg; SVG to the screen if not"
      + " given")
  private @Nullable Path out;

  /**
   * The verb.
   *
   * @param clock says the current year, which places two-digit years in a century
   */
  public SymbolCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    var reading = BarcodeText.read(text, Year.of(WibText.date(clock.instant()).getYear()));
    var kind = switch (carrier) {
      case datamatrix -> Carrier.DATA_MATRIX;
      case qr -> Carrier.QR;
    };
    try {
      if (out == null) {
        spec.commandLine().getOut().print(Symbols.svg(kind, reading));
        spec.commandLine().getOut().flush();
        return 0;
      }
      var name = out.toString().toLowerCase(Locale.ROOT);
      if (!name.endsWith(".png") && !name.endsWith(".svg")) {
        throw new StartFailure("the name of the file says what to draw: end it in .png or .svg");
      }
      Files.write(out, name.endsWith(".png") ? Symbols.png(kind, reading, MODULE)
          : Symbols.svg(kind, reading).getBytes(StandardCharsets.UTF_8));
      return 0;
    } catch (IllegalArgumentException e) {
      throw new StartFailure("cannot be drawn: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new StartFailure("cannot write to " + out + ": check that its folder exists and may be written", e);
    }
  }
}
