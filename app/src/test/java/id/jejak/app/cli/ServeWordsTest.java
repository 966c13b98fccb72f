package id.jejak.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.app.SamplePart;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The quick reader of {@code serve} reads as picocli does, or leaves it to picocli. */
class ServeWordsTest {
  private static CommandLine.Model.CommandSpec picocli() {
    return new CommandLine(new ServeCommand(new Opening(SamplePart.wiring(), Map.of(), InstantSource.system())))
        .getCommandSpec();
  }

  @Test
  void knowsEveryOptionThatPicocliKnows() {
    var all = new HashSet<String>();
    picocli().options().stream().filter(option -> !option.usageHelp() && !option.versionHelp())
        .forEach(option -> all.addAll(Set.of(option.names())));
    var known = new HashSet<>(ServeWords.ONCE);
    known.add(ServeWords.SET);
    assertEquals(all, known);
  }

  @Test
  void hasTheSameDefaults() {
    var wish = ServeWords.read(List.of()).orElseThrow();
    for (var option : picocli().options()) {
      switch (option.longestName()) {
        case "--port" -> assertEquals(option.defaultValue(), Integer.toString(wish.port()));
        case "--host" -> assertEquals(option.defaultValue(), wish.host());
        case "--data" -> assertEquals(option.defaultValue(), wish.data().data.toString());
        default -> assertTrue(option.defaultValue() == null, option.longestName());
      }
    }
  }

  @Test
  void readsBothWaysOfGivingAValue() {
    var wish = ServeWords.read(List.of("--port=0", "--data", "/tmp/here", "--set", "a=b=c", "--set=d=", "--only", "national",
        "--world=empty", "--database-url=jdbc:postgresql://h/d?user=x")).orElseThrow();
    assertEquals(0, wish.port());
    assertEquals(Path.of("/tmp/here"), wish.data().data);
    assertEquals(Map.of("a", "b=c", "d", ""), wish.data().set);
    assertEquals("national", wish.only());
    assertEquals("empty", wish.world());
    assertEquals("jdbc:postgresql://h/d?user=x", wish.data().databaseUrl);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "--version", "--port", "--port=", "--port abc", "--port -1", "--port 1 --port 2",
      "--prot 1", "here", "@file", "--data @file", "--set a", "--set =b", "--data --port", "--host \"a\"", "-h"})
  void leavesTheRestToPicocli(String words) {
    assertEquals(Optional.empty(), ServeWords.read(List.of(words.split(" "))));
  }
}
