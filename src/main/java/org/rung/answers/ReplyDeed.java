package org.rung.answers;

import org.rung.campaigns.CampaignId;
import org.rung.common.Problem;

/** What they all get. */
public sealed interface ReplyDeed {
    int LONGEST = 1_600;

    /** Words with merge fields and their fallbacks: {firstName|there}. */
    record Reply(String words) implements ReplyDeed {
        public Reply {
            words = words.strip();
            if (words.isEmpty() || words.length() > LONGEST) {
                throw new Problem.Invalid("text", "problem.length", 1, LONGEST);
            }
        }
    }

    /** An answer to a question of this campaign's script, by their keys. */
    record Recorded(CampaignId campaign, String question, String answer) implements ReplyDeed {
        public Recorded {
            key("question", question);
            key("answer", answer);
        }

        private static void key(String field, String key) {
            if (!key.matches("[\\x21-\\x7e]{1,40}")) throw new Problem.Invalid(field, "problem.answer-unknown");
        }
    }

    default ReplyKind kind() {
        return switch (this) {
            case Reply reply -> ReplyKind.REPLY;
            case Recorded recorded -> ReplyKind.RECORD;
        };
    }
}
