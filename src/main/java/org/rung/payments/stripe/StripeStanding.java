package org.rung.payments.stripe;

import com.stripe.model.Subscription;
import com.stripe.model.SubscriptionItem;
import com.stripe.param.SubscriptionUpdateParams;
import java.util.Locale;
import org.rung.actions.Money;
import org.rung.payments.ProviderKeys;
import org.rung.payments.SeenStanding;
import org.springframework.stereotype.Component;

/** Changes and ends what is given every month. */
@Component
public class StripeStanding {
    private final StripeClients clients;

    StripeStanding(StripeClients clients) {
        this.clients = clients;
    }

    /** From the next month on; nothing is charged or given back for the month that runs. */
    public SeenStanding change(ProviderKeys keys, String subscriptionId, Money amount) {
        Subscription changed = clients.ask(keys, stripe -> {
            SubscriptionItem item = stripe.v1()
                    .subscriptions()
                    .retrieve(subscriptionId)
                    .getItems()
                    .getData()
                    .getFirst();
            return stripe.v1()
                    .subscriptions()
                    .update(
                            subscriptionId,
                            SubscriptionUpdateParams.builder()
                                    .setProrationBehavior(SubscriptionUpdateParams.ProrationBehavior.NONE)
                                    .addItem(item(item, amount))
                                    .build());
        });
        return StripeStates.of(keys, changed);
    }

    private static SubscriptionUpdateParams.Item item(SubscriptionItem item, Money amount) {
        return SubscriptionUpdateParams.Item.builder()
                .setId(item.getId())
                .setQuantity(1L)
                .setPriceData(SubscriptionUpdateParams.Item.PriceData.builder()
                        .setCurrency(amount.currency().toLowerCase(Locale.ROOT))
                        .setProduct(item.getPrice().getProduct())
                        .setUnitAmount(amount.minor())
                        .setRecurring(SubscriptionUpdateParams.Item.PriceData.Recurring.builder()
                                .setInterval(SubscriptionUpdateParams.Item.PriceData.Recurring.Interval.MONTH)
                                .build())
                        .build())
                .build();
    }

    /** At once: no further month is charged. */
    public SeenStanding stop(ProviderKeys keys, String subscriptionId) {
        return StripeStates.of(
                keys, clients.ask(keys, stripe -> stripe.v1().subscriptions().cancel(subscriptionId)));
    }
}
