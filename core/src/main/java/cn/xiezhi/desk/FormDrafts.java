package cn.xiezhi.desk;

import cn.xiezhi.desk.FormDraft.Acting;
import cn.xiezhi.desk.FormDraft.Form;
import cn.xiezhi.desk.FormDraft.Opening;
import cn.xiezhi.desk.Result.What;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.registry.Officer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a person has typed and not sent: kept for that person alone, as long as the person may see what it is about, and not for ever. */
@Component(service = FormDrafts.class)
public final class FormDrafts {
    /** The clock takes out what nobody has touched for so long. */
    public static final Duration KEPT = Duration.ofDays(30);
    static final int MOST = 50;
    static final int MOST_CHARACTERS = 64 * 1024;

    private final Desk desk;
    private final FormDraftStore store;

    @Activate
    public FormDrafts(@Reference Desk desk, @Reference FormDraftStore store) {
        this.desk = desk;
        this.store = store;
    }

    /** @param matter that it acts on; empty for one that opens a matter */
    public record Listed(FormDraft draft, Procedure procedure, Optional<Matter> matter) {}

    /** The latest first. */
    public List<Listed> of(Officer officer) {
        return store.of(officer.jurisdiction(), officer.user()).stream().flatMap(d -> listed(officer, d).stream()).toList();
    }

    public Optional<FormDraft> find(Officer officer, Form form) {
        return store.find(officer.jurisdiction(), officer.user(), form).filter(d -> listed(officer, d).isPresent());
    }

    /** @return why it is not kept; empty if it is */
    public Optional<Result> keep(Officer officer, Form form, String values) {
        FormDraft draft = new FormDraft(officer.jurisdiction(), officer.user(), form, values, desk.now());
        if (listed(officer, draft).isEmpty()) {
            return Optional.of(form instanceof Opening opening ? new Result.Unknown(What.PROCEDURE, opening.procedure()) : new Result.Unknown(What.MATTER, form.key()));
        }
        if (values.length() > MOST_CHARACTERS) {
            return Optional.of(new Result.Refused(Refusal.conflict("draft-too-long", "填写的内容过长，草稿没有保存；请尽快提交，或者把长文作为材料上传")));
        }
        if (store.find(officer.jurisdiction(), officer.user(), form).isEmpty() && store.of(officer.jurisdiction(), officer.user()).size() >= MOST) {
            return Optional.of(new Result.Refused(Refusal.conflict("too-many-drafts", "您已有 " + MOST + " 份草稿，这一份没有保存；请在“新建事项”页面删除不用的草稿")));
        }
        store.keep(draft);
        return Optional.empty();
    }

    /** Nothing happens if there is none. */
    public void drop(Officer officer, Form form) {
        store.remove(officer.jurisdiction(), officer.user(), form);
    }

    private Optional<Listed> listed(Officer officer, FormDraft draft) {
        if (draft.form() instanceof Acting acting) {
            return desk.visible(officer, acting.matter()).map(m -> new Listed(draft, desk.procedures().of(m), Optional.of(m)));
        }
        return Optional.ofNullable(desk.procedures().all().get(((Opening) draft.form()).procedure())).map(p -> new Listed(draft, p, Optional.empty()));
    }
}
