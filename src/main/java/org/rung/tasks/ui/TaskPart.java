package org.rung.tasks.ui;

import java.util.List;
import java.util.Optional;
import org.rung.accounts.Members;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Sentence;
import org.rung.people.SupporterId;
import org.rung.tasks.Tasks;
import org.rung.texting.ConversationId;
import org.rung.texting.ConversationPart;
import org.rung.texting.OpenConversation;
import org.springframework.stereotype.Component;

/** A task out of a conversation, for whoever may see it, also where nothing can be sent. */
@Component
class TaskPart implements ConversationPart {
    private final Tasks tasks;
    private final Members members;

    TaskPart(Tasks tasks, Members members) {
        this.tasks = tasks;
        this.members = members;
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public Optional<Look> look(Actor.Member actor, OpenConversation open) {
        return Optional.of(new Making(
                tasks,
                members,
                actor,
                open.conversation().supporter(),
                open.conversation().conversationId()));
    }

    private record Making(
            Tasks tasks, Members members, Actor.Member actor, SupporterId about, ConversationId conversation)
            implements Look {
        @Override
        public List<Deed> deeds(Runnable refresh) {
            return List.of(new Deed(
                    Sentences.of(Sentence.of("tasks.menu")),
                    () -> new MakeDialog(tasks, members, actor, about, Optional.of(conversation), refresh).open()));
        }
    }
}
