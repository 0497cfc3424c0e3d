package org.rung.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.texting.WorkMove;
import org.rung.texting.WorkMoveDraft;
import org.rung.texting.WorkMoveKind;

@Schema(name = "WorkMove")
record WorkMoveBody(
        @Schema(description = "Absent where there was nothing to move.", example = "0QKDP6Y8R9T3V") @Nullable
        String id,

        WorkMoveKind kind,

        @Schema(description = "How many conversations moved.", example = "12")
        int moved,

        @Nullable Instant movedAt,
        @Nullable Instant undoneAt) {

    static WorkMoveBody of(WorkMove move) {
        return new WorkMoveBody(
                move.workMoveId().text(),
                move.kind(),
                move.moved(),
                move.movedAt(),
                move.undoneAt().orElse(null));
    }

    static WorkMoveBody nothing(WorkMoveKind kind) {
        return new WorkMoveBody(null, kind, 0, null, null);
    }

    enum Source {
        TEXTER,
        AWAY,
        NOBODY,
        ANYONE
    }

    enum Target {
        EVERYONE,
        AT_WORK,
        TEXTERS
    }

    @Schema(name = "WorkMoveDraft")
    record Draft(
            @Schema(
                    description =
                            "CONVERSATIONS are replies that wait, and conversations in which the supporter has the word.",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            WorkMoveKind kind,

            @Schema(
                    description =
                            "One texter; those who did nothing for 15 minutes; what nobody holds; or anyone who holds more than"
                                    + " their share.",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            Source from,

            @Schema(description = "Whose, with TEXTER: a member's id or e-mail address.", example = "tess@example.org")
            @Nullable
            String texter,

            @Schema(
                    description = "Back to everyone; evenly to those at work; or evenly to the texters named.",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            Target to,

            @Schema(
                    description = "Who gets it, with TEXTERS: ids or e-mail addresses.",
                    example = "[\"tom@example.org\"]")
            @Nullable
            List<String> texters,

            @Schema(description = "How many at most, 1 to 10,000; 10,000 when not said.", example = "100") @Nullable
            Integer most) {

        WorkMoveDraft read(Actor actor, Texters all) {
            return new WorkMoveDraft(
                    Given.need("kind", kind),
                    switch (Given.need("from", from)) {
                        case TEXTER -> new WorkMoveDraft.Texter(all.find(actor, "texter", texter));
                        case AWAY -> new WorkMoveDraft.Away();
                        case NOBODY -> new WorkMoveDraft.Nobody();
                        case ANYONE -> new WorkMoveDraft.Anyone();
                    },
                    switch (Given.need("to", to)) {
                        case EVERYONE -> new WorkMoveDraft.Everyone();
                        case AT_WORK -> new WorkMoveDraft.AtWork();
                        case TEXTERS -> new WorkMoveDraft.These(named(actor, all));
                    },
                    most == null ? WorkMoveDraft.MOST : most);
        }

        private Set<MemberId> named(Actor actor, Texters all) {
            var names = Given.list("texters", Given.need("texters", texters));
            Set<MemberId> found = new HashSet<>();
            for (int i = 0; i < names.size(); i++) found.add(all.find(actor, "texters[" + i + "]", names.get(i)));
            return found;
        }
    }
}
