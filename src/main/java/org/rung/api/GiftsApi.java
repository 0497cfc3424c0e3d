package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.giving.Back;
import org.rung.giving.EntryKind;
import org.rung.giving.GiftDraft;
import org.rung.giving.GiftFilter;
import org.rung.giving.GiftId;
import org.rung.giving.GiftState;
import org.rung.giving.GiftTotal;
import org.rung.giving.GiftWay;
import org.rung.giving.GiftWritten;
import org.rung.giving.Gifts;
import org.rung.people.SupporterId;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/gifts")
@Tag(name = "Gifts", description = "What people gave and what went back; the giving ladder follows")
class GiftsApi {
    private final Gifts gifts;
    private final Organizations organizations;
    private final Clock clock;

    GiftsApi(Gifts gifts, Organizations organizations, Clock clock) {
        this.gifts = gifts;
        this.organizations = organizations;
        this.clock = clock;
    }

    @GetMapping
    @Needs(Permission.SEE_GIVING)
    @Operation(summary = "Gifts, the latest first")
    PageBody<GiftBody> page(
            Actor.Token token,
            @Parameter(description = "Of this supporter.") @RequestParam(required = false) @Nullable String supporter,
            @Parameter(description = "From then on.") @RequestParam(required = false) @Nullable Instant from,
            @Parameter(description = "Before then.") @RequestParam(required = false) @Nullable Instant until,
            @Parameter(description = "That came this way.") @RequestParam(required = false) @Nullable GiftWay way,
            @Parameter(description = "In this state.") @RequestParam(required = false) @Nullable GiftState state,
            @Parameter(description = "Only those of which nobody knows whose they are.")
                    @RequestParam(defaultValue = "false")
                    boolean unmatched,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String after) {
        return PageBody.of(
                gifts.page(
                        token,
                        new GiftFilter(
                                Optional.ofNullable(from),
                                Optional.ofNullable(until),
                                Optional.ofNullable(way),
                                Optional.ofNullable(state),
                                Optional.ofNullable(supporter).map(id -> new SupporterId(Id.parse("supporter", id))),
                                unmatched),
                        Paging.wanted(limit, after)),
                rows -> rows.stream().map(GiftBody::of).toList());
    }

    @GetMapping("/totals")
    @Needs(Permission.SEE_GIVING)
    @Operation(
            summary = "What all gifts add up to, by currency",
            description = "Amounts of two currencies are never added.")
    PageBody<Total> totals(Actor.Token token) {
        return new PageBody<>(
                gifts.totals(token, GiftFilter.ALL).stream().map(Total::of).toList(), null);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.SEE_GIVING)
    @Operation(
            summary = "Write down gifts, up to 1,000 of them",
            description =
                    "All or none. An `onceKey` that was told before answers with the gift of then, and adds nothing.")
    PageBody<Written> record(Actor.Token token, @RequestBody Drafts body) {
        List<GiftDraftBody> told = Given.list("gifts", body.gifts());
        if (told.isEmpty()) throw new Problem.Invalid("gifts", "problem.list-empty");
        String country = organizations.get(token.organization()).country();
        List<GiftDraft> drafts = new ArrayList<>();
        for (GiftDraftBody gift : told)
            drafts.add(gift.read("gifts[" + drafts.size() + "].", country, clock.instant()));
        return new PageBody<>(
                gifts.recordAll(token, drafts).stream().map(Written::of).toList(), null);
    }

    @GetMapping("/{id}")
    @Needs(Permission.SEE_GIVING)
    @Operation(summary = "One gift")
    GiftBody get(Actor.Token token, @PathVariable String id) {
        return GiftBody.of(gifts.get(token, id(id)));
    }

    @PostMapping(path = "/{id}/changes", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Permission.SEE_GIVING)
    @Operation(
            summary = "Write down that a gift went back, in part or whole, or came again",
            description =
                    "Moves no money. No more can go than is left of it. The same `onceKey` again changes nothing.")
    GiftBody change(Actor.Token token, @PathVariable String id, @RequestBody Change change) {
        gifts.became(
                token,
                id(id),
                new Back(
                        Given.need("kind", change.kind()),
                        Given.need("minor", change.minor()),
                        change.happenedAt() == null ? clock.instant() : change.happenedAt(),
                        Given.text(change.reason()),
                        Optional.of("api:" + Given.need("onceKey", change.onceKey()))));
        return GiftBody.of(gifts.get(token, id(id)));
    }

    @PostMapping(path = "/{id}/supporter", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Permission.SEE_GIVING)
    @Operation(
            summary = "Say whose gift it is",
            description = "Without a supporter: not theirs, and nobody knows whose.")
    GiftBody assign(Actor.Token token, @PathVariable String id, @RequestBody Whose whose) {
        gifts.assign(
                token,
                id(id),
                Optional.ofNullable(whose.supporter()).map(who -> new SupporterId(Given.id("supporter", who))));
        return GiftBody.of(gifts.get(token, id(id)));
    }

    private static GiftId id(String text) {
        return new GiftId(Id.parse("id", text));
    }

    @Schema(name = "GiftDrafts")
    record Drafts(
            @Schema(description = "1 to 1,000.", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            List<GiftDraftBody> gifts) {}

    @Schema(name = "GiftWritten")
    record Written(
            @Schema(example = "0QKDP6Y8R9T3V") String id,

            @Schema(
                    description =
                            "ADDED, ADDED_UNMATCHED (nobody knows whose it is), KNOWN, or DIFFERS: it is there with"
                                    + " another amount or currency, and stays as it is.")
            GiftWritten.Outcome outcome) {
        static Written of(GiftWritten written) {
            return new Written(written.giftId().text(), written.outcome());
        }
    }

    @Schema(name = "GiftChange")
    record Change(
            @Schema(
                    description = "REFUNDED, FAILED (it never came after all), DISPUTED (their bank took it back),"
                            + " DISPUTE_WON (it came again).",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "REFUNDED")
            @Nullable
            EntryKind kind,

            @Schema(
                    description = "How much, in the smallest unit of the gift's currency.",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "500")
            @Nullable
            Long minor,

            @Schema(description = "Now when not said.", example = "2026-11-24T18:30:00Z") @Nullable
            Instant happenedAt,

            @Schema(description = "At most 320 characters.", example = "Paid twice") @Nullable
            String reason,

            @Schema(
                    description = "Made by you, another one for each change.",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "refund-4711")
            @Nullable
            String onceKey) {}

    @Schema(name = "GiftOwner")
    record Whose(
            @Schema(example = "0QKDP6Y8R9T3V") @Nullable String supporter) {}

    @Schema(name = "GiftTotal")
    record Total(
            @Schema(example = "USD") String currency,
            @Schema(example = "12") long gifts,

            @Schema(description = "In the smallest unit.", example = "45000")
            long given,

            @Schema(description = "What of it went back.", example = "0")
            long back) {
        static Total of(GiftTotal total) {
            return new Total(total.currency(), total.gifts(), total.givenMinor(), total.backMinor());
        }
    }
}
