package cn.xiezhi.loader;

import cn.xiezhi.policy.NationalLimits;
import cn.xiezhi.policy.RuleFiles;
import cn.xiezhi.policy.Subject;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.procedure.ProceduresListener;
import cn.xiezhi.time.WorkCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Rule files that come through the console: by the same gate and the same reading as those of the drop folder. */
@Component(configurationPid = "xiezhi.policies", service = {RuleFiles.class, ProceduresListener.class})
public final class FilesFromOutside implements RuleFiles, ProceduresListener {
    private final Gate gate;
    private final AtomicReference<Procedures> procedures = new AtomicReference<>(Procedures.own());

    @Activate
    public FilesFromOutside(PoliciesConfig config) {
        this(Settings.of(config));
    }

    FilesFromOutside(Settings settings) {
        gate = new Gate(settings);
    }

    @Override
    public void changed(Procedures known) {
        procedures.set(known);
    }

    @Override
    public Arrival open(byte[] jar, Instant now) {
        if (jar.length > JarCheck.MOST_RULES) {
            return new Arrival(Map.of(), "", Optional.empty(), List.of("规则包超过 " + JarCheck.MOST_RULES / 1024 / 1024 + " MiB 上限"));
        }
        Gate.Passed passed = gate.judge(jar, now);
        List<String> refusals = new ArrayList<>(passed.refusals());
        if (refusals.isEmpty() && passed.code()) {
            refusals.add("含有程序或规则以外的文件；此处只收规则包，程序请由信息部门放入投放文件夹");
        }
        if (refusals.isEmpty() && passed.expired()) {
            refusals.add("签名者“" + passed.signer().orElse("") + "”的证书不在有效期内；请用有效的证书重新签名");
        }
        return new Arrival(refusals.isEmpty() ? passed.files().byName() : Map.of(), passed.sha256(), passed.signer(), refusals);
    }

    @Override
    public Inspection inspect(Map<String, byte[]> files, WorkCalendar calendar) {
        BundleFiles all = new BundleFiles(files);
        Reading reading = Reading.of(all, procedures.get());
        Optional<Content> content = reading.content().or(() -> Reading.again(all, procedures.get()).content());
        List<String> problems = new ArrayList<>(reading.problems());
        List<String> warnings = new ArrayList<>();
        if (reading.content().isPresent() && reading.content().get() instanceof Content.OfPolicy policy) {
            ExampleRun.Result run = ExampleRun.of(policy, new Content.OfCalendar("", calendar, Optional.empty()));
            problems.addAll(run.wrong());
            NationalLimits.of(policy.policy()).forEach(w -> warnings.add(w.toString()));
            run.stale().forEach(text -> warnings.add("放假通知修改后此算例过时，请更新：" + text));
        }
        Optional<Subject> subject = all.has(BundleFiles.POLICY) ? Optional.of(Subject.POLICY) : all.has(BundleFiles.CALENDAR) ? Optional.of(Subject.CALENDAR) : Optional.empty();
        return new Inspection(subject, content.map(Content::version), content.filter(Content.OfPolicy.class::isInstance).map(c -> ((Content.OfPolicy) c).policy()),
                content.filter(Content.OfCalendar.class::isInstance).map(c -> ((Content.OfCalendar) c).calendar()), problems, warnings);
    }

    /** {@inheritDoc} Both versions answer the examples of both; of one that stands in both only once. */
    @Override
    public List<Answers> answers(Map<String, byte[]> before, WorkCalendar calendarBefore, Map<String, byte[]> after, WorkCalendar calendarAfter) {
        Optional<Content.OfPolicy> old = policy(before);
        Optional<Content.OfPolicy> fresh = policy(after);
        if (old.isEmpty() || fresh.isEmpty()) {
            return List.of();
        }
        return ExampleRun.otherwise(old.get(), calendarBefore, fresh.get(), calendarAfter);
    }

    @Override
    public String schema() {
        return RuleSchemas.policy(procedures.get());
    }

    private Optional<Content.OfPolicy> policy(Map<String, byte[]> files) {
        return Reading.again(new BundleFiles(files), procedures.get()).content().filter(Content.OfPolicy.class::isInstance).map(Content.OfPolicy.class::cast);
    }
}
