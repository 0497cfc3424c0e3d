package org.rung.payments.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import org.rung.payments.ProviderKeys;
import org.rung.payments.ProviderTrouble;
import org.rung.payments.Trouble;
import org.rung.settings.RungSettings;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Speaks with Stripe, or with the simulated provider, by the same lines: only the base address differs. */
@Component
class StripeClients {
    private static final int CONNECTED_WITHIN = 5_000;
    private static final int ANSWERED_WITHIN = 20_000;
    private static final int NO_SUCH_THING = 404;

    private final Environment environment;
    private final RungSettings settings;

    StripeClients(Environment environment, RungSettings settings) {
        this.environment = environment;
        this.settings = settings;
    }

    interface Asked<T> {
        T of(StripeClient stripe) throws StripeException;
    }

    /** @throws ProviderTrouble when it did not do it */
    <T> T ask(ProviderKeys keys, Asked<T> asked) {
        try {
            return asked.of(StripeClient.builder()
                    .setApiKey(keys.secret())
                    .setApiBase(keys.simulated() ? simulated() : real())
                    .setConnectTimeout(CONNECTED_WITHIN)
                    .setReadTimeout(ANSWERED_WITHIN)
                    // Each call that makes something carries a key of its own, so that trying again makes nothing
                    // twice.
                    .setMaxNetworkRetries(2)
                    .build());
        } catch (StripeException refused) {
            throw new ProviderTrouble(trouble(refused));
        }
    }

    private static Trouble trouble(StripeException refused) {
        return switch (refused) {
            case PermissionException rights -> Trouble.RIGHTS;
            case AuthenticationException key -> Trouble.KEY;
            case ApiConnectionException away -> Trouble.AWAY;
            case RateLimitException busy -> Trouble.AWAY;
            case InvalidRequestException missing
            when Integer.valueOf(NO_SUCH_THING).equals(missing.getStatusCode()) -> Trouble.MISSING;
            case InvalidRequestException wrong -> Trouble.REFUSED;
            default ->
                refused.getStatusCode() != null && refused.getStatusCode() < 500 ? Trouble.REFUSED : Trouble.AWAY;
        };
    }

    private String real() {
        return environment
                .getProperty("RUNG_STRIPE_URL", "https://api.stripe.com")
                .replaceFirst("/+$", "");
    }

    /** In tests the port is only known once the server runs. */
    private String simulated() {
        return "http://127.0.0.1:" + environment.getProperty("local.server.port", Integer.class, settings.port())
                + "/sim/stripe";
    }
}
