package org.rung.accounts;

import org.springframework.stereotype.Service;

/** Encrypts stored keys with RUNG_SECRET_KEY (AES-GCM); the first key seals, all keys open, so that keys can be rotated. */
@Service
public class Secrets {
    public String seal(String plain) {
        throw new UnsupportedOperationException("built next");
    }

    /** @throws org.rung.common.Problem.Refused when none of the configured keys opens it */
    public String open(String sealed) {
        throw new UnsupportedOperationException("built next");
    }
}
