import type { PreflightRule } from './rule.ts';
import { checkpatchSays } from './rules/content/checkpatchSays.ts';
import { deprecatedCalls } from './rules/content/deprecatedCalls.ts';
import { deprecatedForms } from './rules/content/deprecatedForms.ts';
import { kconfigEntries } from './rules/content/kconfigEntries.ts';
import { laterMended } from './rules/content/laterMended.ts';
import { leftovers } from './rules/content/leftovers.ts';
import { movedCode } from './rules/content/movedCode.ts';
import { notYetTested } from './rules/content/notYetTested.ts';
import { oneChange } from './rules/content/oneChange.ts';
import { strayFiles } from './rules/content/strayFiles.ts';
import { unusedFunction } from './rules/content/unusedFunction.ts';
import { userInterfaces } from './rules/content/userInterfaces.ts';
import { diffDamage } from './rules/form/diffDamage.ts';
import { hiddenCharacters } from './rules/form/hiddenCharacters.ts';
import { mailDate } from './rules/form/mailDate.ts';
import { mailForm } from './rules/form/mailForm.ts';
import { mailSender } from './rules/form/mailSender.ts';
import { mailText } from './rules/form/mailText.ts';
import { mailThread } from './rules/form/mailThread.ts';
import { patchFiles } from './rules/form/patchFiles.ts';
import { patchParts } from './rules/form/patchParts.ts';
import { readiness } from './rules/form/readiness.ts';
import { sendSettings } from './rules/form/sendSettings.ts';
import { seriesBase } from './rules/form/seriesBase.ts';
import { seriesNumbers } from './rules/form/seriesNumbers.ts';
import { seriesShape } from './rules/form/seriesShape.ts';
import { subjectArea } from './rules/form/subjectArea.ts';
import { subjectForm } from './rules/form/subjectForm.ts';
import { subjectSummary } from './rules/form/subjectSummary.ts';
import { backtraceUntrimmed } from './rules/message/backtraceUntrimmed.ts';
import { bodyWidth } from './rules/message/bodyWidth.ts';
import { commitMentions } from './rules/message/commitMentions.ts';
import { leftInMessage } from './rules/message/leftInMessage.ts';
import { researchAnswers } from './rules/message/researchAnswers.ts';
import { stableTrivia } from './rules/message/stableTrivia.ts';
import { summaryWords } from './rules/message/summaryWords.ts';
import { toTheReader } from './rules/message/toTheReader.ts';
import { unreadyWords } from './rules/message/unreadyWords.ts';
import { bindingPatches } from './rules/packs/bindingPatches.ts';
import { bindingSubjects } from './rules/packs/bindingSubjects.ts';
import { bpf } from './rules/packs/bpf.ts';
import { bpfPosting } from './rules/packs/bpfPosting.ts';
import { compatibles } from './rules/packs/compatibles.ts';
import { damon } from './rules/packs/damon.ts';
import { kernelDocs } from './rules/packs/kernelDocs.ts';
import { kvmCode } from './rules/packs/kvmCode.ts';
import { kvmMessage } from './rules/packs/kvmMessage.ts';
import { kvmPosting } from './rules/packs/kvmPosting.ts';
import { media } from './rules/packs/media.ts';
import { netdevCode } from './rules/packs/netdevCode.ts';
import { netdevConduct } from './rules/packs/netdevConduct.ts';
import { netdevPosting } from './rules/packs/netdevPosting.ts';
import { netdevVersions } from './rules/packs/netdevVersions.ts';
import { nvdimm } from './rules/packs/nvdimm.ts';
import { nvme } from './rules/packs/nvme.ts';
import { riscv } from './rules/packs/riscv.ts';
import { rust } from './rules/packs/rust.ts';
import { soc } from './rules/packs/soc.ts';
import { subsystemRules } from './rules/packs/subsystemRules.ts';
import { tipCode } from './rules/packs/tipCode.ts';
import { tipMessage } from './rules/packs/tipMessage.ts';
import { tipPosting } from './rules/packs/tipPosting.ts';
import { tipTrailers } from './rules/packs/tipTrailers.ts';
import { uBootCode } from './rules/packs/uBootCode.ts';
import { uBootPosting } from './rules/packs/uBootPosting.ts';
import { vfio } from './rules/packs/vfio.ts';
import { xfs } from './rules/packs/xfs.ts';
import { addressees } from './rules/recipients/addressees.ts';
import { missingRecipients } from './rules/recipients/missingRecipients.ts';
import { backport } from './rules/stable/backport.ts';
import { regression } from './rules/stable/regression.ts';
import { security } from './rules/stable/security.ts';
import { stableTag } from './rules/stable/stableTag.ts';
import { assistants } from './rules/statement/assistants.ts';
import { toolsUsed } from './rules/statement/toolsUsed.ts';
import { calendar } from './rules/timing/calendar.ts';
import { pace } from './rules/timing/pace.ts';
import { tested } from './rules/timing/tested.ts';
import { bugReport } from './rules/trailers/bugReport.ts';
import { coDevelopment } from './rules/trailers/coDevelopment.ts';
import { fixesTag } from './rules/trailers/fixesTag.ts';
import { fixWithoutTag } from './rules/trailers/fixWithoutTag.ts';
import { identity } from './rules/trailers/identity.ts';
import { signOff } from './rules/trailers/signOff.ts';
import { tagForm } from './rules/trailers/tagForm.ts';
import { tagPlace } from './rules/trailers/tagPlace.ts';
import { changelog } from './rules/versions/changelog.ts';
import { reviewers } from './rules/versions/reviewers.ts';
import { tagsKept } from './rules/versions/tagsKept.ts';
import { versionNumber } from './rules/versions/versionNumber.ts';
import { claims } from './rules/why/claims.ts';
import { reasonGiven } from './rules/why/reasonGiven.ts';
import { voice } from './rules/why/voice.ts';
import { whyMissing } from './rules/why/whyMissing.ts';
import { whyThin } from './rules/why/whyThin.ts';

/** Every rule of the gate. One that is not here is not asked. */
export const allRules: readonly PreflightRule[] = [
  ...checkpatchSays,
  ...deprecatedCalls,
  ...deprecatedForms,
  ...kconfigEntries,
  ...laterMended,
  ...leftovers,
  ...movedCode,
  ...notYetTested,
  ...oneChange,
  ...strayFiles,
  ...unusedFunction,
  ...userInterfaces,
  ...diffDamage,
  ...hiddenCharacters,
  ...mailDate,
  ...mailForm,
  ...mailSender,
  ...mailText,
  ...mailThread,
  ...patchFiles,
  ...patchParts,
  ...readiness,
  ...sendSettings,
  ...seriesBase,
  ...seriesNumbers,
  ...seriesShape,
  ...subjectArea,
  ...subjectForm,
  ...subjectSummary,
  ...backtraceUntrimmed,
  ...bodyWidth,
  ...commitMentions,
  ...leftInMessage,
  ...researchAnswers,
  ...stableTrivia,
  ...summaryWords,
  ...toTheReader,
  ...unreadyWords,
  ...bindingPatches,
  ...bindingSubjects,
  ...bpf,
  ...bpfPosting,
  ...compatibles,
  ...damon,
  ...kernelDocs,
  ...kvmCode,
  ...kvmMessage,
  ...kvmPosting,
  ...media,
  ...netdevCode,
  ...netdevConduct,
  ...netdevPosting,
  ...netdevVersions,
  ...nvdimm,
  ...nvme,
  ...riscv,
  ...rust,
  ...soc,
  ...subsystemRules,
  ...tipCode,
  ...tipMessage,
  ...tipPosting,
  ...tipTrailers,
  ...uBootCode,
  ...uBootPosting,
  ...vfio,
  ...xfs,
  ...addressees,
  ...missingRecipients,
  ...backport,
  ...regression,
  ...security,
  ...stableTag,
  ...assistants,
  ...toolsUsed,
  ...calendar,
  ...pace,
  ...tested,
  ...bugReport,
  ...coDevelopment,
  ...fixWithoutTag,
  ...fixesTag,
  ...identity,
  ...signOff,
  ...tagForm,
  ...tagPlace,
  ...changelog,
  ...reviewers,
  ...tagsKept,
  ...versionNumber,
  ...claims,
  ...reasonGiven,
  ...voice,
  ...whyMissing,
  ...whyThin,
];
