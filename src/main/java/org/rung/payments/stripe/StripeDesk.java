package org.rung.payments.stripe;

import com.stripe.model.Account;
import com.stripe.model.WebhookEndpoint;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.WebhookEndpointCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.rung.payments.CheckoutDraft;
import org.rung.payments.EventKind;
import org.rung.payments.ProviderAccount;
import org.rung.payments.ProviderKeys;
import org.rung.payments.ProviderTrouble;
import org.rung.payments.StartedCheckout;
import org.rung.payments.Trouble;
import org.springframework.stereotype.Component;

/** What is asked of Stripe to be made: an account looked at, a webhook, a page to pay on. No transaction is open meanwhile. */
@Component
public class StripeDesk {
    private final StripeClients clients;

    StripeDesk(StripeClients clients) {
        this.clients = clients;
    }

    /** @throws ProviderTrouble when the key does not open an account */
    public ProviderAccount account(ProviderKeys keys) {
        Account account = clients.ask(keys, stripe -> stripe.v1().accounts().retrieveCurrent());
        return new ProviderAccount(
                name(account), keys.secret().contains("_live_"), Boolean.TRUE.equals(account.getChargesEnabled()));
    }

    private static String name(Account account) {
        return Stream.of(
                        Optional.ofNullable(account.getSettings())
                                .flatMap(settings -> Optional.ofNullable(settings.getDashboard()))
                                .flatMap(dashboard -> Optional.ofNullable(dashboard.getDisplayName())),
                        Optional.ofNullable(account.getBusinessProfile())
                                .flatMap(profile -> Optional.ofNullable(profile.getName())))
                .flatMap(Optional::stream)
                .filter(text -> !text.isBlank())
                .findFirst()
                .map(text -> text.length() > 200 ? text.substring(0, 200) : text)
                .orElse("");
    }

    /** @return what its knocks are signed with; told this once */
    public String knockAt(ProviderKeys keys, String url) {
        WebhookEndpoint made = clients.ask(
                keys,
                stripe -> stripe.v1()
                        .webhookEndpoints()
                        .create(WebhookEndpointCreateParams.builder()
                                .setUrl(url)
                                .setDescription("Rung")
                                .addAllEnabledEvent(Arrays.stream(EventKind.values())
                                        .map(EventKind::type)
                                        .map(StripeDesk::event)
                                        .toList())
                                .build()));
        return Optional.ofNullable(made.getSecret()).orElseThrow(() -> new ProviderTrouble(Trouble.REFUSED));
    }

    private static WebhookEndpointCreateParams.EnabledEvent event(String type) {
        return WebhookEndpointCreateParams.EnabledEvent.valueOf(
                type.replace(".", "__").toUpperCase(Locale.ROOT));
    }

    /** Asked twice for the same checkout it is one page. */
    public StartedCheckout start(ProviderKeys keys, CheckoutDraft draft) {
        RequestOptions once = RequestOptions.builder()
                .setIdempotencyKey("checkout-" + draft.checkoutId().text())
                .build();
        Session session =
                clients.ask(keys, stripe -> stripe.v1().checkout().sessions().create(params(keys, draft), once));
        return Optional.ofNullable(session.getUrl())
                .map(url -> new StartedCheckout(session.getId(), url))
                .orElseThrow(() -> new ProviderTrouble(Trouble.REFUSED));
    }

    private static SessionCreateParams params(ProviderKeys keys, CheckoutDraft draft) {
        var marks = StripeMarks.of(keys.organizationId(), draft.checkoutId());
        var price = LineItem.PriceData.builder()
                .setCurrency(draft.amount().currency().toLowerCase(Locale.ROOT))
                .setUnitAmount(draft.amount().minor())
                .setProductData(LineItem.PriceData.ProductData.builder()
                        .setName(draft.title())
                        .build());
        var params = SessionCreateParams.builder()
                .setClientReferenceId(draft.checkoutId().text())
                .putAllMetadata(marks)
                .setSuccessUrl(draft.paid())
                .setCancelUrl(draft.back())
                .setLocale(
                        draft.language().equals("es") ? SessionCreateParams.Locale.ES : SessionCreateParams.Locale.EN);
        if (draft.monthly()) {
            price.setRecurring(LineItem.PriceData.Recurring.builder()
                    .setInterval(LineItem.PriceData.Recurring.Interval.MONTH)
                    .build());
            params.setMode(SessionCreateParams.Mode.SUBSCRIPTION)
                    .setSubscriptionData(SessionCreateParams.SubscriptionData.builder()
                            .putAllMetadata(marks)
                            .build());
        } else {
            params.setMode(SessionCreateParams.Mode.PAYMENT)
                    .setSubmitType(SessionCreateParams.SubmitType.DONATE)
                    .setPaymentIntentData(SessionCreateParams.PaymentIntentData.builder()
                            .putAllMetadata(marks)
                            .build());
        }
        return params.addLineItem(LineItem.builder()
                        .setQuantity(1L)
                        .setPriceData(price.build())
                        .build())
                .build();
    }
}
