package id.jejak.app.cli;

import id.jejak.app.wiring.Plan;
import id.jejak.app.wiring.Steps;
import id.jejak.app.wiring.Wiring;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.db.Address;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What verbs need to open an installation: who lives in it, and how what was typed becomes a plan. */
final class Opening {
  private static final Pattern USER = Pattern.compile("[?&]user=([^&]+)");
  private static final Pattern PASSWORD = Pattern.compile("[?&](ssl)?password=", Pattern.CASE_INSENSITIVE);
  private static final String SCHEME = "jdbc:postgresql:";
  /** PostgreSQL, connection, node and web; each part and its world come in between. */
  private static final int OWN_STEPS = 4;

  private final Wiring wiring;
  private final Map<String, String> environment;
  private final InstantSource machine;

  Opening(Wiring wiring, Map<String, String> environment, InstantSource machine) {
    this.wiring = wiring;
    this.environment = Map.copyOf(environment);
    this.machine = machine;
  }

  Wiring wiring() {
    return wiring;
  }

  InstantSource machine() {
    return machine;
  }

  /** Steps shown to the person; the launcher says whether there is a terminal. */
  Steps steps() {
    int parts = wiring.residents(Optional.empty()).size();
    return new Steps(new PrintStream(System.err, true, StandardCharsets.UTF_8), terminal(), OWN_STEPS + 2 * parts);
  }

  private boolean terminal() {
    return "true".equals(environment.get("JEJAK_TERMINAL"));
  }

  /**
   * The plan that was asked for.
   *
   * @param world {@code demo}, {@code empty} or a file; null when not said: then demo on our own data, empty on others'
   */
  Plan plan(DataOptions options, Optional<Wiring.Side> only, @Nullable String world) {
    var database = Optional.ofNullable(options.databaseUrl).map(url -> address(url, options));
    var file = Optional.ofNullable(world).filter(name -> !name.equals("demo") && !name.equals("empty")).map(Path::of);
    file.filter(path -> !Files.isReadable(path)).ifPresent(path -> {
      throw new StartFailure("--world " + path + " cannot be read: choose demo, empty, or a file that is there");
    });
    boolean demo = world == null ? database.isEmpty() : world.equals("demo");
    return new Plan(options.data, database, only, demo, file, true, settings(options));
  }

  private Address address(String url, DataOptions options) {
    if (!url.startsWith(SCHEME)) {
      throw new StartFailure("--database-url must start with " + SCHEME
          + "//, such as jdbc:postgresql://127.0.0.1:5432/jejak?user=jejak");
    }
    if (PASSWORD.matcher(url).find() || url.indexOf('@') >= 0) {
      throw new StartFailure("--database-url carries a password, which everyone on this machine could see:"
          + " give it in JEJAK_DATABASE_PASSWORD or --database-password-file");
    }
    var named = USER.matcher(url);
    var user = named.find() ? named.group(1) : environment.getOrDefault("JEJAK_DATABASE_USER", "jejak");
    return new Address(url, user, new Secret(password(options.passwordFile)));
  }

  private String password(@Nullable Path file) {
    if (file == null) {
      return environment.getOrDefault("JEJAK_DATABASE_PASSWORD", "");
    }
    return read(file, "--database-password-file").strip();
  }

  private static Map<String, String> settings(DataOptions options) {
    var all = new LinkedHashMap<String, String>();
    var config = options.config;
    if (config != null) {
      var properties = new Properties();
      try {
        properties.load(new java.io.StringReader(read(config, "--config")));
      } catch (IOException | IllegalArgumentException e) {
        throw new StartFailure("--config " + config + " is not readable as key=value lines: " + e.getMessage(), e);
      }
      properties.stringPropertyNames().forEach(name -> all.put(name, properties.getProperty(name)));
    }
    all.putAll(options.set);
    return all;
  }

  private static String read(Path file, String option) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new StartFailure(option + " " + file + " cannot be read ("
          + e.getClass().getSimpleName() + "): check its name, that it is UTF-8, and who may read it", e);
    }
  }

  /** Prints to the person. */
  static void print(PrintWriter out, String text) {
    out.print(text);
    out.flush();
  }
}
