package org.rung.accounts;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.rung.common.Problem;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** How passwords are kept and compared: bcrypt today, with the way named in the hash so that it can change. */
@Component
class Passwords {
    static final int SHORTEST = 10;
    /** bcrypt reads no further than this many bytes. */
    static final int LONGEST_BYTES = 72;

    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final String nobodys = encoder.encode(LinkWord.fresh("").text());

    String hash(String password) {
        check(password);
        return encoder.encode(password);
    }

    /** Takes as long for nobody's password as for somebody's, so that the answer's time tells no e-mail addresses. */
    boolean matches(String password, Optional<String> hash) {
        var readable = password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES;
        var same = encoder.matches(readable ? password : "", hash.orElse(nobodys));
        return same && readable && hash.isPresent();
    }

    static void check(String password) {
        if (password.length() < SHORTEST) {
            throw new Problem.Invalid("password", "problem.password-short", SHORTEST);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw new Problem.Invalid("password", "problem.password-long", LONGEST_BYTES);
        }
    }
}
