package org.rung.review;

import java.util.Optional;
import org.rung.campaigns.CampaignId;
import org.rung.common.MemberId;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.messaging.Direction;
import org.rung.texting.ConversationState;

/**
 * Which texts to find; all that is present must hold. words: all of them, a "phrase in quotes" in its order; texter: who
 * wrote it, or held the conversation when it arrived; state, tag, answer: of the conversation and its supporter now;
 * failure: a provider's code, or {@link #ANY_FAILURE}; flagged: with words that the organization or Rung watches;
 * noCampaign: of conversations that began with whoever wrote.
 */
public record ReviewFilter(
        String words,
        Optional<CampaignId> campaign,
        Optional<MemberId> texter,
        Optional<Direction> direction,
        Optional<ConversationState> state,
        Optional<String> tag,
        Optional<GivenAnswer> answer,
        Optional<String> failure,
        Optional<PhoneNumber> number,
        boolean flagged,
        boolean noCampaign) {
    public static final String ANY_FAILURE = "any";
    public static final int LONGEST = 200;

    public static final ReviewFilter ALL = new ReviewFilter(
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false);

    /** To a question of the campaign's script, by their keys. */
    public record GivenAnswer(String question, String answer) {
        private static final String BETWEEN = ".";

        /** As {@link #text()} wrote it. */
        public static GivenAnswer read(String text) {
            int end = text.indexOf(BETWEEN);
            if (end < 1 || end == text.length() - 1) throw new Problem.Invalid("answer", "problem.review-answer");
            return new GivenAnswer(text.substring(0, end), text.substring(end + 1));
        }

        public String text() {
            return question + BETWEEN + answer;
        }
    }

    public ReviewFilter {
        if (words.length() > LONGEST) throw new Problem.Invalid("words", "problem.too-long", LONGEST);
        if (noCampaign && campaign.isPresent()) throw new Problem.Invalid("noCampaign", "problem.review-no-campaign");
        if (answer.isPresent() && campaign.isEmpty()) {
            throw new Problem.Invalid("answer", "problem.review-answer-campaign");
        }
        if (failure.isPresent() && !failure.get().matches("[A-Za-z0-9_-]{1,12}")) {
            throw new Problem.Invalid("failure", "problem.review-failure");
        }
    }

    public ReviewFilter saying(String other) {
        return new ReviewFilter(
                other, campaign, texter, direction, state, tag, answer, failure, number, flagged, noCampaign);
    }

    public ReviewFilter of(CampaignId other) {
        return new ReviewFilter(
                words, Optional.of(other), texter, direction, state, tag, answer, failure, number, flagged, noCampaign);
    }

    public ReviewFilter by(MemberId other) {
        return new ReviewFilter(
                words,
                campaign,
                Optional.of(other),
                direction,
                state,
                tag,
                answer,
                failure,
                number,
                flagged,
                noCampaign);
    }

    public ReviewFilter in(ConversationState other) {
        return new ReviewFilter(
                words,
                campaign,
                texter,
                direction,
                Optional.of(other),
                tag,
                answer,
                failure,
                number,
                flagged,
                noCampaign);
    }

    public ReviewFilter tagged(String other) {
        return new ReviewFilter(
                words,
                campaign,
                texter,
                direction,
                state,
                Optional.of(other),
                answer,
                failure,
                number,
                flagged,
                noCampaign);
    }

    public ReviewFilter answered(GivenAnswer other) {
        return new ReviewFilter(
                words,
                campaign,
                texter,
                direction,
                state,
                tag,
                Optional.of(other),
                failure,
                number,
                flagged,
                noCampaign);
    }

    public ReviewFilter failed(String code) {
        return new ReviewFilter(
                words, campaign, texter, direction, state, tag, answer, Optional.of(code), number, flagged, noCampaign);
    }

    public ReviewFilter with(PhoneNumber other) {
        return new ReviewFilter(
                words,
                campaign,
                texter,
                direction,
                state,
                tag,
                answer,
                failure,
                Optional.of(other),
                flagged,
                noCampaign);
    }

    public ReviewFilter onlyFlagged() {
        return new ReviewFilter(
                words, campaign, texter, direction, state, tag, answer, failure, number, true, noCampaign);
    }

    public ReviewFilter withoutCampaign() {
        return new ReviewFilter(words, campaign, texter, direction, state, tag, answer, failure, number, flagged, true);
    }
}
