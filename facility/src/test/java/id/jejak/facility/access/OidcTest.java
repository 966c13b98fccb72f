package id.jejak.facility.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import id.jejak.kernel.SecondLane;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.time.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SecondLane
class OidcTest {
  private final SettableClock clock = new SettableClock(InstantSource.system());
  private MockProvider provider;
  private TestAccess house;

  @BeforeEach
  void open() {
    clock.set(TestAccess.NOW);
    provider = new MockProvider(clock);
    house = new TestAccess(Map.of("access.oidc.issuer", provider.issuer(), "access.oidc.client.id", "jejak",
        "access.oidc.client.secret", "rahasia", "access.oidc.callback", "http://rs.example/facility/v1/oidc/callback"));
    assertEquals(200, house.ask("admin.rs", "PUT", "/staff/12", Map.of("external", provider.subject)).status());
  }

  @AfterEach
  void close() {
    house.close();
    provider.close();
  }

  private Response begin() {
    return house.router.handle(Request.get("/facility/v1/oidc/login"));
  }

  private Response end(Response begun, String browser) {
    var there = URI.create(begun.header("Location").orElseThrow());
    var code = provider.visit(there.getRawQuery());
    var state = there.getRawQuery().replaceAll(".*[?&]?state=([^&]+).*", "$1");
    return house.router.handle(Request.of("GET", "/facility/v1/oidc/callback?code=" + code + "&state=" + state,
        Headers.of("Cookie", browser), Body.EMPTY));
  }

  private Response login() {
    var begun = begin();
    return end(begun, begun.header("Set-Cookie").orElseThrow().replaceAll(";.*", ""));
  }

  private void refused(BiFunction<MockProvider, JWTClaimsSet.Builder, String> token) {
    provider.token = token;
    assertEquals(401, login().status());
  }

  @Test
  void aSubjectThatIsKnownHereGetsASession() {
    var answer = login();
    assertEquals(302, answer.status(), answer.text());
    assertEquals("/", answer.header("Location").orElseThrow());
    var token = answer.header("Set-Cookie").orElseThrow().replaceAll("jejak_session=(\\w+);.*", "$1");
    var me = house.router.handle(Request.get("/facility/v1/me").plusHeader("Authorization", "Bearer " + token));
    assertTrue(me.text().contains("dokter.rs"), me.text());
  }

  @Test
  void aSubjectThatIsNotKnownGetsNone() {
    provider.subject = "somebody-else";
    assertEquals(401, login().status());
  }

  @Test
  void anUnsignedTokenIsRefused() {
    refused((_, claims) -> new PlainJWT(claims.build()).serialize());
  }

  @Test
  void aTokenSignedWithThePublicKeyAsASecretIsRefused() {
    refused((self, claims) -> {
      try {
        var jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(self.key.getKeyID()).build(),
            claims.build());
        jwt.sign(new MACSigner(self.key.toRSAPublicKey().getEncoded()));
        return jwt.serialize();
      } catch (JOSEException e) {
        throw new IllegalStateException(e);
      }
    });
  }

  @Test
  void aTokenOfAnotherKeyUnderTheSameNameIsRefused() {
    refused((self, claims) -> {
      self.key = MockProvider.fresh("one");
      return self.signed(claims.build());
    });
  }

  @Test
  void aWrongNonceAudiencePartyIssuerOrTimeIsRefused() {
    refused((self, claims) -> self.signed(claims.claim("nonce", "another").build()));
    refused((self, claims) -> self.signed(claims.claim("nonce", null).build()));
    refused((self, claims) -> self.signed(claims.audience("another client").build()));
    refused((self, claims) -> self.signed(claims.audience(java.util.List.of("jejak", "another")).build()));
    refused((self, claims) -> self.signed(claims.claim("azp", "another").build()));
    refused((self, claims) -> self.signed(claims.issuer("https://evil.example").build()));
    refused((self, claims) -> self.signed(claims.expirationTime(
        MockProvider.at(clock.instant().minus(Duration.ofMinutes(2)))).build()));
    refused((self, claims) -> self.signed(claims.issueTime(
        MockProvider.at(clock.instant().plus(Duration.ofMinutes(2)))).build()));
    refused((self, claims) -> self.signed(claims.expirationTime(null).build()));
    refused((self, claims) -> self.signed(claims.subject(null).build()));
    refused((_, _) -> "no.token.atall");
    refused((_, _) -> "");
  }

  @Test
  void aNewKeyIsFetchedWhenATokenNamesIt() {
    assertEquals(302, login().status());
    provider.key = MockProvider.fresh("two");
    provider.published = provider.key;
    assertEquals(401, login().status(), "keys are fetched at most once in half a minute");
    clock.advance(Duration.ofSeconds(31));
    house.clock.advance(Duration.ofSeconds(31));
    assertEquals(302, login().status());
  }

  @Test
  void aLoginIsFinishedOnceAndByTheBrowserThatBeganIt() {
    var begun = begin();
    assertEquals(401, end(begun, "jejak_oidc=another").status());
    assertEquals(401, end(begun, begun.header("Set-Cookie").orElseThrow().replaceAll(";.*", "")).status(),
        "a state is used up by any attempt");
  }

  @Test
  void aSilentProviderIsSaidToBeSilent() {
    provider.close();
    assertEquals(502, begin().status());
  }
}
