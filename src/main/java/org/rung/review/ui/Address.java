package org.rung.review.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rung.campaigns.CampaignId;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.messaging.Direction;
import org.rung.review.ReviewFilter;
import org.rung.review.ReviewPaths;
import org.rung.texting.ConversationId;
import org.rung.texting.ConversationState;

/** What is looked for and which thread is open, as the address of the screen says it. */
record Address(ReviewFilter filter, Optional<ConversationId> open) {
    private static final String WORDS = "words";
    private static final String CAMPAIGN = "campaign";
    private static final String TEXTER = "texter";
    private static final String WAY = "way";
    private static final String STATE = "state";
    private static final String TAG = "tag";
    private static final String ANSWER = "answer";
    private static final String FAILURE = "failure";
    private static final String NUMBER = "number";
    private static final String FLAGGED = "flagged";
    private static final String NO_CAMPAIGN = "none";
    private static final String OPEN = "open";

    /** @throws Problem.Invalid for an address that nobody could have got here */
    static Address read(QueryParameters asked) {
        return new Address(
                new ReviewFilter(
                        one(asked, WORDS).orElse(""),
                        campaign(asked).map(id -> new CampaignId(Id.parse(CAMPAIGN, id))),
                        one(asked, TEXTER).map(id -> new MemberId(Id.parse(TEXTER, id))),
                        one(asked, WAY).map(way -> named(Direction.class, WAY, way)),
                        one(asked, STATE).map(state -> named(ConversationState.class, STATE, state)),
                        one(asked, TAG),
                        one(asked, ANSWER).map(ReviewFilter.GivenAnswer::read),
                        one(asked, FAILURE),
                        one(asked, NUMBER).map(PhoneNumber::new),
                        asked.getParameters().containsKey(FLAGGED),
                        one(asked, CAMPAIGN).filter(NO_CAMPAIGN::equals).isPresent()),
                one(asked, OPEN).map(id -> new ConversationId(Id.parse("conversation", id))));
    }

    private static Optional<String> campaign(QueryParameters asked) {
        return one(asked, CAMPAIGN).filter(text -> !text.equals(NO_CAMPAIGN));
    }

    private static Optional<String> one(QueryParameters asked, String name) {
        return asked.getSingleParameter(name).filter(value -> !value.isBlank());
    }

    private static <E extends Enum<E>> E named(Class<E> type, String field, String name) {
        try {
            return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new Problem.Invalid(field, "problem.not-a-page");
        }
    }

    String text() {
        Map<String, String> said = new LinkedHashMap<>();
        if (!filter.words().isBlank()) said.put(WORDS, filter.words());
        filter.campaign().ifPresent(id -> said.put(CAMPAIGN, id.text()));
        filter.texter().ifPresent(id -> said.put(TEXTER, id.text()));
        filter.direction().ifPresent(way -> said.put(WAY, way.name()));
        filter.state().ifPresent(state -> said.put(STATE, state.name()));
        filter.tag().ifPresent(tag -> said.put(TAG, tag));
        filter.answer().ifPresent(answer -> said.put(ANSWER, answer.text()));
        filter.failure().ifPresent(code -> said.put(FAILURE, code));
        filter.number().ifPresent(phone -> said.put(NUMBER, phone.text()));
        if (filter.noCampaign()) said.put(CAMPAIGN, NO_CAMPAIGN);
        if (filter.flagged()) said.put(FLAGGED, "1");
        open.ifPresent(id -> said.put(OPEN, id.text()));
        return said.isEmpty()
                ? ReviewPaths.REVIEW
                : ReviewPaths.REVIEW + "?" + QueryParameters.simple(said).getQueryString();
    }
}
