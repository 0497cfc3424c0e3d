package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.payments.CheckoutRow;
import org.rung.payments.CheckoutState;
import org.rung.payments.Checkouts;
import org.rung.payments.GapKind;
import org.rung.payments.Gaps;
import org.rung.payments.GiveLinks;
import org.rung.payments.PaymentGap;
import org.rung.people.SupporterId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = PaymentsApi.TAG, description = PaymentsApi.WORDS)
class PaymentsApi {
    static final String TAG = "Online giving";
    static final String WORDS =
            "Who was sent to pay, what comes every month, links to give, and whether the books agree";

    private final Checkouts checkouts;
    private final Gaps gaps;
    private final GiveLinks links;

    PaymentsApi(Checkouts checkouts, Gaps gaps, GiveLinks links) {
        this.checkouts = checkouts;
        this.gaps = gaps;
        this.links = links;
    }

    @GetMapping("/checkouts")
    @Needs(Permission.SEE_GIVING)
    @Operation(
            summary = "Who was sent to the provider to pay, the latest first",
            description = "What was paid is a gift too, under `/gifts`.")
    PageBody<Checkout> checkouts(
            Actor.Token token,
            @Parameter(
                            description = "In this state: OPEN, PAID, PENDING (their bank has not said yes or no yet),"
                                    + " FAILED or EXPIRED. Absent: in any.")
                    @RequestParam(required = false)
                    @Nullable
                    CheckoutState state,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String after) {
        return PageBody.of(
                checkouts.page(token, Optional.ofNullable(state), Paging.wanted(limit, after)),
                rows -> rows.stream().map(Checkout::of).toList());
    }

    @GetMapping("/payment-gaps")
    @Needs(Permission.SEE_GIVING)
    @Operation(
            summary = "Where the provider's books and ours differ, the latest found first",
            description = "They are compared every night.")
    PageBody<Gap> gaps(
            Actor.Token token,
            @Parameter(description = "false: those that were mended or settled.") @RequestParam(defaultValue = "true")
                    boolean open,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String after) {
        return PageBody.of(
                gaps.page(token, open, Paging.wanted(limit, after)),
                rows -> rows.stream().map(Gap::of).toList());
    }

    @PostMapping("/supporters/{id}/give-link")
    @Needs(Permission.RECORD_ACTIONS)
    @Operation(
            summary = "A supporter's own link to give",
            description = "To be sent to that person alone: what is given by it is theirs. The same one as long as it"
                    + " lasts for 30 days more, however often it is asked for. 409 where there is no page to give on.")
    Link link(Actor.Token token, @PathVariable String id) {
        return new Link(links.address(token, new SupporterId(Id.parse("id", id))));
    }

    @Schema(name = "GiveLink")
    record Link(
            @Schema(example = "https://rung.example.org/g/AsLongAsYourOwnLinkIs0")
            String url) {}

    @Schema(name = "Checkout")
    record Checkout(
            @Schema(example = "0QKDP6Y8R9T3V") String id,

            @Schema(description = "Absent for whoever came by the open page.", example = "0QKDP6Y8R9T3V") @Nullable
            String supporter,

            CheckoutState state,
            boolean monthly,

            @Schema(description = "What they chose, in the smallest unit.", example = "2500")
            long amount,

            @Schema(example = "USD") String currency,
            Instant createdAt,
            @Nullable Instant endedAt) {
        static Checkout of(CheckoutRow row) {
            return new Checkout(
                    row.checkoutId().text(),
                    row.supporterId().map(who -> who.text()).orElse(null),
                    row.state(),
                    row.monthly(),
                    row.minor(),
                    row.currency(),
                    row.createdAt(),
                    row.endedAt().orElse(null));
        }
    }

    @Schema(name = "PaymentGap")
    record Gap(
            @Schema(example = "0QKDP6Y8R9T3V") String id,

            @Schema(description = "The provider's own number of the payment.", example = "pi_3Q4a")
            String payment,

            @Schema(
                    description = "MENDED: it was missing here and is written now. AMOUNT: another amount was given."
                            + " BACK: another amount went back. UNKNOWN: the provider does not have it.")
            GapKind kind,

            @Schema(description = "What we say, in the smallest unit.", example = "2500")
            long ours,

            @Schema(description = "What the provider says.", example = "2000")
            long theirs,

            @Schema(example = "USD") String currency,

            @Schema(description = "The gift that it is about, if we have it.", example = "0QKDP6Y8R9T3V") @Nullable
            String gift,

            Instant foundAt) {
        static Gap of(PaymentGap gap) {
            return new Gap(
                    gap.paymentGapId().text(),
                    gap.paymentKey(),
                    gap.kind(),
                    gap.oursMinor(),
                    gap.theirsMinor(),
                    gap.currency(),
                    gap.giftId().map(gift -> gift.text()).orElse(null),
                    gap.foundAt());
        }
    }
}
