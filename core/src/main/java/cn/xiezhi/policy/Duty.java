package cn.xiezhi.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of something that can be owed. A policy sets limits for those that its documents have. The platform's own are the
 * constants; a procedure from another bundle brings its own. Two are the same if their ids are: what was owed once can still be
 * read when nobody knows the duty any more, and is then named by its id.
 */
public final class Duty implements Comparable<Duty> {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+");
    private static final int LONGEST = 60;
    private static final Map<String, Duty> OWN = new LinkedHashMap<>();

    public static final Duty TRANSFER_SEND = own("transfer.send", "移送", "发现属对方管辖");
    public static final Duty TRANSFER_ACKNOWLEDGE = own("transfer.acknowledge", "反馈受理情况", "收到移送材料");
    public static final Duty TRANSFER_RESULT = own("transfer.result", "通报处理结果", "作出处理决定");
    public static final Duty ASSIST_REPLY = own("assist.reply", "答复协助请求", "收到书面函告");
    public static final Duty CONSULT_REPLY = own("consult.reply", "出具书面意见", "收到书面征询");
    public static final Duty SHARE_PUBLISH = own("share.publish", "共享信息", "信息形成");
    public static final Duty SHARE_APPROVAL = own("share.approval", "抄送审批事项", "作出审批");
    public static final Duty SHARE_PENALTY = own("share.penalty", "抄送处罚决定", "作出处罚决定");
    public static final Duty SHARE_SUPERIOR_DOCUMENT = own("share.superior-document", "告知上级文件", "收到上级文件");
    public static final Duty ENFORCE_NOTIFY_AUTHORITY = own("enforce.notify-authority", "函告主管部门", "作出决定");
    public static final Duty MEETING_CONVENE = own("meeting.convene", "召开联席会议", "会议周期");
    public static final Duty MEETING_AGENDA_CALL = own("meeting.agenda-call", "征集议题", "会议日（倒计）");
    public static final Duty HAZARD_NOTIFY = own("hazard.notify", "通报重大隐患", "发现重大隐患");
    public static final Duty HAZARD_DISPATCH = own("hazard.dispatch", "派员处置隐患", "接到通报");
    public static final Duty CRIMINAL_REVIEW = own("criminal.review", "法制机构审查", "收到提请移送书面报告");
    public static final Duty CRIMINAL_DELIVER = own("criminal.deliver", "向公安机关移送", "决定移送");
    public static final Duty CRIMINAL_RECONSIDER = own("criminal.reconsider", "申请复议", "收到不予立案通知");
    public static final Duty CRIMINAL_RECONSIDER_DECISION = own("criminal.reconsider-decision", "作出复议决定", "收到复议申请");
    public static final Duty CRIMINAL_SUPERVISE = own("criminal.supervise", "建议立案监督", "收到复议决定");
    public static final Duty SUPERVISION_RECTIFY = own("supervision.rectify", "整改并报告", "收到监督通知或纠正意见");
    // complaint
    public static final Duty COMPLAINT_ACCEPT = own("complaint.accept", "受理投诉举报", "收到投诉举报");
    public static final Duty COMPLAINT_FILE = own("complaint.file", "立案调查处理", "核实需要给予行政处罚");
    public static final Duty COMPLAINT_REPLY = own("complaint.reply", "答复投诉举报人", "核实未发现违法或作出处理");
    public static final Duty COMPLAINT_TELL_HANDOVER = own("complaint.tell-handover", "告知投诉举报人移交情况", "移交有管辖权的单位");
    public static final Duty COMPLAINT_FEEDBACK = own("complaint.feedback", "向移交单位反馈结果", "作出处理");
    // assistance, consultation, records, sharing
    public static final Duty RECORDS_PROVIDE = own("records.provide", "提供所需材料", "收到书面请求");
    // meeting, hazard, operation
    public static final Duty MEETING_MINUTES = own("meeting.minutes", "印发会议纪要", "会议召开");
    public static final Duty MEETING_RESOLUTION = own("meeting.resolution", "落实议定事项", "纪要印发");
    public static final Duty HAZARD_REPORT = own("hazard.report", "向政府报告拒不处理的隐患", "对方不说明理由又拒不处理");
    public static final Duty OPERATION_POLICE = own("operation.police", "提前通知公安机关", "确定开展重大或专项执法活动");
    public static final Duty OPERATION_OFFICERS = own("operation.officers", "落实人员保障执法", "接到执法活动的通知");
    // supervision, referral, correction
    public static final Duty SUPERVISION_PERFORM = own("supervision.perform", "履行监督决定", "收到监督决定书");
    public static final Duty SUPERVISION_REVIEW = own("supervision.review", "评查行政执法案卷", "评查年度");
    public static final Duty CRIMINAL_FILING = own("criminal.filing", "审查并决定是否立案", "收到移送材料");
    public static final Duty CORRECTION_ISSUE = own("correction.issue", "提出纠正意见", "发现执法错误");
    // enforcement, entrustment, training, dispatched, approval, accounts
    public static final Duty ACCOUNTS_KEEP = own("accounts.keep", "办理账号申请", "收到乡镇街道上报");
    public static final Duty ENFORCE_PUBLISH = own("enforce.publish", "公示执法决定", "决定送达");
    public static final Duty ENFORCE_EXECUTE = own("enforce.execute", "强制执行或申请法院执行", "履行期限届满");
    public static final Duty POLICE_RESPOND = own("police.respond", "落实警力", "收到警力请求");
    public static final Duty TRAINING_GUIDE = own("training.guide", "安排业务指导", "收到指导需求");

    private final String id;
    private final String text;
    private final String trigger;
    /** Among the platform's own; behind them for others. */
    private final int place;

    private Duty(String id, String text, String trigger, int place) {
        if (id.length() > LONGEST || !ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not the id of a duty: “" + id + "”; like transfer.send, of at most " + LONGEST + " characters");
        }
        this.id = id;
        this.text = text;
        this.trigger = trigger;
        this.place = place;
    }

    private static Duty own(String id, String text, String trigger) {
        Duty duty = new Duty(id, text, trigger, OWN.size());
        OWN.put(duty.id, duty);
        return duty;
    }

    /**
     * A duty that a procedure from another bundle brings.
     *
     * @param id words of small letters, digits and hyphens, parted by dots, the first naming the procedure
     * @param text what is owed, in a few Chinese words
     * @param trigger what sets it off, in words
     */
    public static Duty brought(String id, String text, String trigger) {
        return new Duty(id, text, trigger, of(id).map(own -> own.place).orElse(Integer.MAX_VALUE));
    }

    /** The platform's own, in the order in which people are shown them. */
    public static List<Duty> values() {
        return List.copyOf(OWN.values());
    }

    /** One of the platform's own. */
    public static Optional<Duty> of(String id) {
        return Optional.ofNullable(OWN.get(id));
    }

    /**
     * A duty that was written down: one of the platform's own, or else one that is only known by its id here.
     *
     * @throws IllegalArgumentException if no duty can be called so
     */
    public static Duty named(String id) {
        return of(id).orElseGet(() -> brought(id, id, ""));
    }

    /** The key in policy files, in the API and in the ledger. */
    public String id() {
        return id;
    }

    public String text() {
        return text;
    }

    /** What sets the duty off, in words. */
    public String trigger() {
        return trigger;
    }

    /** The platform's own first, in their order; then the others by id. */
    @Override
    public int compareTo(Duty other) {
        int first = Integer.compare(place, other.place);
        return first != 0 ? first : id.compareTo(other.id);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Duty duty && duty.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
