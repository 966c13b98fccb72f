package id.jejak.verify.golden;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a runner may know of a house from within, so that it need not do again what would change nothing. Of a server that
 * is asked over the wire it knows nothing.
 */
public interface Inside {
  /** Everything is put back for each file, and every token comes from a login. */
  Inside NOTHING = new Inside() {
    @Override
    public Optional<List<String>> touched() {
      return Optional.empty();
    }

    @Override
    public void putBack(List<String> parts) {
      // nothing is remembered
    }

    @Override
    public void given(List<String> parts) {
      // nothing is remembered
    }

    @Override
    public String token(String account, Supplier<String> login) {
      return login.get();
    }

    @Override
    public String session(String username, Supplier<String> login) {
      return login.get();
    }
  };

  /** Names of the parts of which anything is kept otherwise than in their first state; empty when that is not known. */
  Optional<List<String>> touched();

  /**
   * Parts are in their first state now.
   *
   * @param parts none for all
   */
  void putBack(List<String> parts);

  /** Parts were put back for a file that touches nothing else: nobody looks what becomes of them. */
  void given(List<String> parts);

  /**
   * The token of an account of TTAC in the world as it is now.
   *
   * @param account its e-mail
   * @param login logs in and answers the token
   */
  String token(String account, Supplier<String> login);

  /**
   * The token of a session of a member of a facility's staff in the world as it is now.
   *
   * @param login logs in and answers the token
   */
  String session(String username, Supplier<String> login);
}
