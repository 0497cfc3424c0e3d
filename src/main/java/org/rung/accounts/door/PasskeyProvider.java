package org.rung.accounts.door;

import org.rung.accounts.AccountId;
import org.rung.accounts.SignIns;
import org.rung.accounts.passkeys.Passkeys;
import org.rung.common.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationRequestToken;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;

/** Turns what an authenticator signed into a seat. */
class PasskeyProvider implements AuthenticationProvider {
    private static final Logger LOG = LoggerFactory.getLogger(PasskeyProvider.class);

    private final WebAuthnRelyingPartyOperations relyingParty;
    private final Passkeys passkeys;
    private final SignIns signIns;

    PasskeyProvider(WebAuthnRelyingPartyOperations relyingParty, Passkeys passkeys, SignIns signIns) {
        this.relyingParty = relyingParty;
        this.passkeys = passkeys;
        this.signIns = signIns;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var accountId = signedBy((WebAuthnAuthenticationRequestToken) asked);
        try {
            return signIns.seat(accountId);
        } catch (Problem.Refused nowhere) {
            throw new PasswordProvider.NoOrganization();
        }
    }

    private AccountId signedBy(WebAuthnAuthenticationRequestToken asked) {
        try {
            var owner = relyingParty.authenticate(asked.getWebAuthnRequest());
            return passkeys.owner(owner.getId()).orElseThrow();
        } catch (RuntimeException wrong) {
            // Whatever is wrong with it: unknown, for another site, an old challenge, a copy.
            LOG.info("A passkey was refused: {}", wrong.getClass().getSimpleName());
            throw new BadCredentialsException("wrong");
        }
    }

    @Override
    public boolean supports(Class<?> kind) {
        return WebAuthnAuthenticationRequestToken.class.isAssignableFrom(kind);
    }
}
