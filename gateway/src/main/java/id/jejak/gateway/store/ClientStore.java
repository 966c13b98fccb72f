package id.jejak.gateway.store;

import id.jejak.gateway.domain.ClientSecret;
import id.jejak.kernel.db.Emptying;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Clients, and the worlds they come with. Stateless, thread-safe. */
public final class ClientStore {
  /**
   * A client.
   *
   * @param email of its developer
   * @param application the name that the platform gives to the developer's application
   */
  public record Client(String id, ClientSecret secret, String organization, String name, String email,
      UUID application) {}

  /** A client. */
  public Optional<Client> byId(Handle handle, String id) {
    return handle.createQuery("""
            select id, salt, verifier, organization, name, developer_email, application
              from gateway.client
             where id = :id
            """)
        .bind("id", id)
        .map((rs, _) -> new Client(rs.getString("id"), new ClientSecret(rs.getBytes("salt"), rs.getBytes("verifier")),
            rs.getString("organization"), rs.getString("name"), rs.getString("developer_email"),
            rs.getObject("application", UUID.class)))
        .findOne();
  }

  /** True when no client is known. */
  public boolean empty(Handle handle) {
    return !handle.createQuery("select exists (select from gateway.client)").mapTo(boolean.class).one();
  }

  /** Adds a client. */
  public void add(Handle tx, Client client, Instant since) {
    tx.createUpdate("""
            insert into gateway.client (id, salt, verifier, organization, name, developer_email, application,
                                        created_at)
            values (:id, :salt, :verifier, :organization, :name, :email, :application, :since)
            """)
        .bind("id", client.id()).bind("salt", client.secret().salt()).bind("verifier", client.secret().verifier())
        .bind("organization", client.organization()).bind("name", client.name()).bind("email", client.email())
        .bind("application", client.application()).bind("since", since.atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** Removes every client and every token. */
  public void clear(Handle tx) {
    Emptying.of(tx, "gateway.client", "gateway.token");
  }
}
