package sulan.archive;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.security.jpa.Password;
import io.quarkus.security.jpa.Roles;
import io.quarkus.security.jpa.UserDefinition;
import io.quarkus.security.jpa.Username;

/** Somebody who may change the archive by the pages below {@code /operator}. */
@Entity
@UserDefinition
public class Operator extends PanacheEntityBase {

    /** The role of all operators. */
    public static final String ROLE = "operator";

    @Id
    @Username
    public String name;

    /** Hashed by bcrypt, in the modular crypt format. */
    @Password
    public String password;

    @Roles
    public String role = ROLE;

    /** What this operator's sessions are encrypted with; when it is made anew, they all end. */
    public String sessionKey;

    /** When the password was set last. */
    public Instant changedAt;
}
