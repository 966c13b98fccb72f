package id.jejak.app.cli.ttac;

import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints where a pack has been, as a server tells it. */
@Command(name = "trace", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Prints where a pack is and where it has been, oldest first.",
    footer = {"", "Needs an account of the server: --email and --password, or --token."})
public final class TraceCommand implements Callable<Integer> {
  /** Events asked for: the most that a server gives at once. */
  private static final int MOST = 10_000;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "BARCODE", description = "the barcode, in any form")
  private String barcode = "";

  @Mixin
  private AccountOptions account = new AccountOptions();

  @ArgGroup
  private Form form = new Form();

  /** How it is printed. */
  static final class Form {
    @Option(names = "--json", description = "print the answer as JSON")
    boolean json;

    @Option(names = "--epcis", description = "print an EPCIS 2.0 document")
    boolean epcis;
  }

  @Override
  public Integer call() {
    var query = "?token=" + encoded(account.token()) + "&limit=" + MOST + "&barcode=" + encoded(barcode);
    var answer = AccountOptions.agreed(account.ask(
        Request.get(AccountOptions.BASE + (form.epcis ? "/barcode/epcis" : "/barcode/trace") + query)));
    var text = form.epcis ? Json.pretty(answer)
        : form.json ? Json.pretty(answer.path("data")) : Timeline.of(answer.path("data"));
    spec.commandLine().getOut().println(text);
    spec.commandLine().getOut().flush();
    return 0;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
