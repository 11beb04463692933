<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN">
<context>
    <name>AdjustDialog</name>
    <message>
        <source>Adjust the total</source>
        <translation>Điều chỉnh số tổng hợp</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Đợt báo cáo</translation>
    </message>
    <message>
        <source>Computed from the agencies</source>
        <translation>Số tính từ các đơn vị</translation>
    </message>
    <message>
        <source>Agencies that have answered</source>
        <translation>Số đơn vị đã có số liệu</translation>
    </message>
    <message>
        <source>One sentence that names the source; it stands below the table</source>
        <translation>Một câu nêu rõ căn cứ; câu này được in dưới biểu</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>The agencies&apos; figures stay as they are. The adjusted total is marked on the screen and in every report, with the reason and the computed figure.</source>
        <translation>Số liệu của các đơn vị giữ nguyên. Số điều chỉnh được đánh dấu trên màn hình và trong mọi báo cáo, kèm lý do và số tính từ các đơn vị.</translation>
    </message>
    <message>
        <source>The total computed now is {now}; it was another when this one was adjusted.</source>
        <translation>Số tổng hợp tính lại nay là {now}, khác lúc điều chỉnh.</translation>
    </message>
    <message>
        <source>Write the figure and the reason first.</source>
        <translation>Nhập số liệu và lý do trước.</translation>
    </message>
    <message>
        <source>Write why first.</source>
        <translation>Ghi lý do trước.</translation>
    </message>
    <message>
        <source>Use this total</source>
        <translation>Dùng số này</translation>
    </message>
    <message>
        <source>Use instead</source>
        <translation>Dùng số khác</translation>
    </message>
    <message>
        <source>Back to the computed total</source>
        <translation>Trở lại số tính từ các đơn vị</translation>
    </message>
</context>
<context>
    <name>AdoptDialog</name>
    <message>
        <source>Use a key file</source>
        <translation>Dùng tệp khóa</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>Dùng khóa này</translation>
    </message>
    <message>
        <source>The key that is here now stays in its folder under another name.</source>
        <translation>Khóa đang dùng vẫn được giữ trong thư mục, dưới tên khác.</translation>
    </message>
    <message>
        <source>Key file (.p12)</source>
        <translation>Tệp khóa (.p12)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
</context>
<context>
    <name>AgenciesPage</name>
    <message>
        <source>Agencies and keys</source>
        <translation>Đơn vị và khóa xác thực</translation>
    </message>
    <message>
        <source>Revoke the key…</source>
        <translation>Thu hồi khóa…</translation>
    </message>
    <message>
        <source>Home Affairs&apos; key…</source>
        <translation>Khóa của Sở Nội vụ…</translation>
    </message>
    <message>
        <source>A key is compared once, by telephone, when an agency&apos;s first submission comes in.</source>
        <translation>Mỗi khóa chỉ đối chiếu một lần, qua điện thoại, khi đơn vị gửi tệp nộp đầu tiên.</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Người liên hệ</translation>
    </message>
    <message>
        <source>Matching code</source>
        <translation>Mã đối chiếu</translation>
    </message>
    <message>
        <source>Why it is believed</source>
        <translation>Căn cứ tin cậy</translation>
    </message>
    <message>
        <source>{agency}: reserve key</source>
        <translation>{agency}: khóa dự phòng</translation>
    </message>
    <message>
        <source>{agency}: the office&apos;s own key</source>
        <translation>{agency}: khóa mở đợt báo cáo</translation>
    </message>
    <message>
        <source>{agency}: the head</source>
        <translation>{agency}: thủ trưởng</translation>
    </message>
    <message>
        <source>revoked {moment}: {reason}</source>
        <translation>thu hồi {moment}: {reason}</translation>
    </message>
    <message>
        <source>named in round files since {moment}</source>
        <translation>nêu trong tệp đợt báo cáo từ {moment}</translation>
    </message>
    <message>
        <source>signed over by the key before, {moment}</source>
        <translation>khóa trước chuyển giao, {moment}</translation>
    </message>
    <message>
        <source>compared {moment}; certificate by {issuer}</source>
        <translation>đã đối chiếu {moment}; chứng thư do {issuer} cấp</translation>
    </message>
    <message>
        <source>compared {moment}</source>
        <translation>đã đối chiếu {moment}</translation>
    </message>
    <message>
        <source>Choose an agency whose key was compared.</source>
        <translation>Hãy chọn đơn vị đã đối chiếu khóa.</translation>
    </message>
    <message>
        <source>no key yet</source>
        <translation>chưa có khóa</translation>
    </message>
    <message>
        <source>Recovery file…</source>
        <translation>Tệp khôi phục…</translation>
    </message>
    <message>
        <source>Puts the desk of the chosen agency back after its machine was lost.</source>
        <translation>Dựng lại bàn làm việc của đơn vị đang chọn khi đơn vị mất máy, hỏng máy.</translation>
    </message>
    <message>
        <source>Who decides…</source>
        <translation>Người quyết định…</translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>An agency joins…</source>
        <translation>Thêm đơn vị…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Sửa…</translation>
    </message>
    <message>
        <source>Takes no part…</source>
        <translation>Không tham gia…</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>by telephone</source>
        <translation>qua điện thoại</translation>
    </message>
    <message>
        <source>on the stamped sheet</source>
        <translation>với bản giấy đóng dấu</translation>
    </message>
    <message>
        <source>Changed by hand: the agencies do not follow the period any more.</source>
        <translation>Đã sửa thủ công: danh sách đơn vị không còn thay đổi theo kỳ báo cáo.</translation>
    </message>
    <message>
        <source>The agencies of {day}, the period&apos;s last day. No more by then: {count}.</source>
        <translation>Danh sách đơn vị tại ngày {day}, ngày cuối của kỳ báo cáo. Đã kết thúc hoạt động đến ngày đó: {count}.</translation>
    </message>
    <message>
        <source>The agencies of {day}, the period&apos;s last day.</source>
        <translation>Danh sách đơn vị tại ngày {day}, ngày cuối của kỳ báo cáo.</translation>
    </message>
    <message>
        <source>Take those of {day}</source>
        <translation>Lấy danh sách tại ngày {day}</translation>
    </message>
</context>
<context>
    <name>AgenciesStep</name>
    <message>
        <source>Departments and sectors</source>
        <translation>Sở, ban, ngành</translation>
    </message>
    <message>
        <source>Districts</source>
        <translation>Cấp huyện</translation>
    </message>
    <message>
        <source>Communes, wards, special zones</source>
        <translation>Xã, phường, đặc khu</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Nhóm đơn vị</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Người liên hệ</translation>
    </message>
    <message>
        <source>To be looked at: Enter corrects it, the space bar says that it is right.</source>
        <translation>Cần xem lại: bấm Enter để sửa, bấm phím cách nếu đã đúng.</translation>
    </message>
    <message>
        <source>Copy the list from Word or Excel and paste it here: names, and telephone numbers if the list has them. Headings such as “II. Communes” become groups; the order stays as it is.</source>
        <translation>Sao chép danh sách từ Word hoặc Excel rồi dán vào đây: tên đơn vị, kèm số điện thoại nếu có. Các dòng đề mục như “II. UBND các xã, phường” thành nhóm đơn vị; thứ tự giữ nguyên như trong văn bản.</translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation>Đơn vị báo cáo</translation>
    </message>
    <message>
        <source>Start from the sample list</source>
        <translation>Lấy danh sách mẫu</translation>
    </message>
    <message>
        <source>No names were found in what lies on the clipboard.</source>
        <translation>Không thấy tên đơn vị nào trong nội dung vừa sao chép.</translation>
    </message>
    <message>
        <source>agencies: {count}</source>
        <translation>{count} đơn vị</translation>
    </message>
</context>
<context>
    <name>AgencyDesk</name>
    <message>
        <source>Enter: down · Tab: next · Ctrl+Z: undo · F4: explain · F8: next open · Ctrl+F: find</source>
        <translation>Enter: xuống · Tab: tiếp · Ctrl+Z: hoàn tác · F4: giải trình · F8: chỗ cần xem tiếp theo · Ctrl+F: tìm</translation>
    </message>
    <message>
        <source>Find an indicator (Ctrl+F)</source>
        <translation>Tìm chỉ tiêu (Ctrl+F)</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>Finish and export…</source>
        <translation>Hoàn tất và xuất tệp nộp…</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Đợt báo cáo</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Mở tệp…</translation>
    </message>
    <message>
        <source>Your key…</source>
        <translation>Khóa của đơn vị…</translation>
    </message>
    <message>
        <source>The round</source>
        <translation>Trang đợt báo cáo</translation>
    </message>
    <message>
        <source>What is still open</source>
        <translation>Cần xem lại</translation>
    </message>
    <message>
        <source>Check ({count})</source>
        <translation>Kiểm tra ({count})</translation>
    </message>
    <message>
        <source>{done}/{owed} indicators</source>
        <translation>{done}/{owed} chỉ tiêu</translation>
    </message>
    <message>
        <source>errors: {count}</source>
        <translation>{count} lỗi</translation>
    </message>
    <message>
        <source>please explain: {count}</source>
        <translation>{count} đề nghị giải trình</translation>
    </message>
    <message>
        <source>Data entry only</source>
        <translation>Chỉ nhập liệu</translation>
    </message>
    <message>
        <source>Export areas…</source>
        <translation>Xuất lĩnh vực…</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Mở tệp</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>Bàn giao…</translation>
    </message>
    <message>
        <source>Excel form…</source>
        <translation>Biểu Excel…</translation>
    </message>
    <message>
        <source>Enter: go there · Ctrl+Z: undo · F8: next open · Ctrl+F: find</source>
        <translation>Enter: đến chỉ tiêu · Ctrl+Z: hoàn tác · F8: chỗ cần xem tiếp theo · Ctrl+F: tìm</translation>
    </message>
    <message>
        <source>Ctrl+Z: undo · F8: next open · Ctrl+F: find</source>
        <translation>Ctrl+Z: hoàn tác · F8: chỗ cần xem tiếp theo · Ctrl+F: tìm</translation>
    </message>
    <message>
        <source>Counts errors and what is to be explained, and no blanks.</source>
        <translation>Gồm lỗi và chỗ cần giải trình, không tính chỉ tiêu để trống.</translation>
    </message>
    <message>
        <source>Space bar: tick · Enter: take what is ticked · Esc: leave all as it is</source>
        <translation>Phím cách: chọn · Enter: nhận các dòng đã chọn · Esc: giữ nguyên tất cả</translation>
    </message>
</context>
<context>
    <name>AgencyDialog</name>
    <message>
        <source>Choose your agency</source>
        <translation>Chọn đơn vị</translation>
    </message>
    <message>
        <source>Which agency do you report for?</source>
        <translation>Anh/chị báo cáo cho đơn vị nào?</translation>
    </message>
    <message>
        <source>Type part of its name</source>
        <translation>Gõ một phần tên đơn vị</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>This is us</source>
        <translation>Đây là đơn vị tôi</translation>
    </message>
    <message>
        <source>From {office}, {province}. Its matching code, to compare by telephone:</source>
        <translation>Do {office}, {province} gửi. Mã đối chiếu, xác nhận qua điện thoại:</translation>
    </message>
    <message>
        <source>Choose an agency first.</source>
        <translation>Hãy chọn đơn vị trước.</translation>
    </message>
    <message>
        <source>Data entry only (the figures are finished on another machine)</source>
        <translation>Chỉ nhập liệu (việc hoàn tất làm trên máy khác)</translation>
    </message>
</context>
<context>
    <name>AgencyEntryDialog</name>
    <message>
        <source>An agency joins</source>
        <translation>Thêm đơn vị</translation>
    </message>
    <message>
        <source>Change an agency</source>
        <translation>Sửa đơn vị</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên đơn vị</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>Tên tiếng Anh</translation>
    </message>
    <message>
        <source>Type the agency&apos;s name first.</source>
        <translation>Gõ tên đơn vị trước.</translation>
    </message>
    <message>
        <source>Groups, with semicolons between</source>
        <translation>Nhóm, cách nhau bằng dấu chấm phẩy</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Sửa</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Người liên hệ</translation>
    </message>
</context>
<context>
    <name>AgencyPanel</name>
    <message>
        <source>Contact</source>
        <translation>Người liên hệ</translation>
    </message>
    <message>
        <source>Known as: {id}</source>
        <translation>Mã: {id}</translation>
    </message>
    <message>
        <source>Since {day}: {name}</source>
        <translation>Từ {day}: {name}</translation>
    </message>
    <message>
        <source>Before: {name}</source>
        <translation>Trước đó: {name}</translation>
    </message>
    <message>
        <source>Owes indicators on {day}: {count}</source>
        <translation>Số chỉ tiêu phải báo cáo ngày {day}: {count}</translation>
    </message>
    <message>
        <source>{group}: from {since}, no more from {until}</source>
        <translation>{group}: từ ngày {since}, kết thúc từ ngày {until}</translation>
    </message>
    <message>
        <source>{group}: from {since}</source>
        <translation>{group}: từ ngày {since}</translation>
    </message>
    <message>
        <source>{group}: no more from {until}</source>
        <translation>{group}: kết thúc từ ngày {until}</translation>
    </message>
    <message>
        <source>{day}: took over from {agency}</source>
        <translation>{day}: tiếp nhận nhiệm vụ của {agency}</translation>
    </message>
    <message>
        <source>{day}: handed over to {agency}</source>
        <translation>{day}: chuyển nhiệm vụ sang {agency}</translation>
    </message>
    <message>
        <source>{succession}, indicators: {count}</source>
        <translation>{succession}, số chỉ tiêu: {count}</translation>
    </message>
</context>
<context>
    <name>AnnexDialog</name>
    <message>
        <source>Annex to the stamped letter</source>
        <translation>Phụ lục kèm công văn</translation>
    </message>
    <message>
        <source>Submission no. {revision}</source>
        <translation>Tệp nộp lần {revision}</translation>
    </message>
    <message>
        <source>for example 123/BC-STP</source>
        <translation>ví dụ 123/BC-STP</translation>
    </message>
    <message>
        <source>Number of the letter</source>
        <translation>Số, ký hiệu công văn</translation>
    </message>
    <message>
        <source>Date of the letter</source>
        <translation>Ngày công văn</translation>
    </message>
    <message>
        <source>No date yet; the clerk fills it in</source>
        <translation>Chưa có ngày, để văn thư điền</translation>
    </message>
    <message>
        <source>They are kept with this submission and stand on the round&apos;s page; you may change them later.</source>
        <translation>Số và ngày được lưu cùng tệp nộp này, hiện trên trang đợt báo cáo; sửa lại lúc nào cũng được.</translation>
    </message>
    <message>
        <source>Save as Word…</source>
        <translation>Lưu tệp Word…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Lưu tệp PDF…</translation>
    </message>
    <message>
        <source>Preview and print…</source>
        <translation>Xem trước và in…</translation>
    </message>
    <message>
        <source>✓ Saved to {file}</source>
        <translation>✓ Đã lưu vào {file}</translation>
    </message>
    <message>
        <source>Save and close</source>
        <translation>Lưu và đóng</translation>
    </message>
</context>
<context>
    <name>Annexing</name>
    <message>
        <source>Save the annex</source>
        <translation>Lưu phụ lục</translation>
    </message>
</context>
<context>
    <name>AreasPage</name>
    <message>
        <source>Indicator set</source>
        <translation>Bộ chỉ tiêu</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Từ tệp…</translation>
    </message>
    <message>
        <source>Areas and the day their figures are taken on</source>
        <translation>Lĩnh vực và thời điểm chốt số liệu</translation>
    </message>
    <message>
        <source>Cut-off: {area}</source>
        <translation>Thời điểm chốt số liệu: {area}</translation>
    </message>
</context>
<context>
    <name>ArrivalsChart</name>
    <message>
        <source>None of {count} agencies has sent yet; deadline {day}.</source>
        <translation>Chưa đơn vị nào trong số {count} đơn vị gửi; hạn gửi {day}.</translation>
    </message>
    <message>
        <source>{sent} of {count} agencies have sent, {in_time} of them by the deadline {day}.</source>
        <translation>{sent}/{count} đơn vị đã gửi, trong đó {in_time} đơn vị gửi đúng hạn {day}.</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>hạn {day}</translation>
    </message>
    <message>
        <source>Extended to (agencies): {days}.</source>
        <translation>Gia hạn đến (số đơn vị): {days}.</translation>
    </message>
</context>
<context>
    <name>ArrivalsDialog</name>
    <message>
        <source>Arrivals against the deadline</source>
        <translation>Tiến độ nộp so với hạn</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Arrivals by day</source>
        <translation>Tiến độ nộp theo ngày</translation>
    </message>
    <message>
        <source>after the deadline</source>
        <translation>sau hạn</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>First files</source>
        <translation>Nộp lần đầu</translation>
    </message>
    <message>
        <source>Sent so far</source>
        <translation>Cộng dồn</translation>
    </message>
    <message>
        <source>within an extension: {count}</source>
        <translation>trong thời gian gia hạn: {count}</translation>
    </message>
</context>
<context>
    <name>AskedField</name>
    <message>
        <source>Ask about this: {name}</source>
        <translation>Hỏi về chỉ tiêu: {name}</translation>
    </message>
    <message>
        <source>Write what you ask.</source>
        <translation>Hãy ghi nội dung cần hỏi.</translation>
    </message>
    <message>
        <source>Explanation: {words}</source>
        <translation>Giải trình: {words}</translation>
    </message>
    <message>
        <source>What should the agency look at?</source>
        <translation>Đơn vị cần xem lại điều gì?</translation>
    </message>
    <message>
        <source>Words at: {name}</source>
        <translation>Nội dung hỏi về chỉ tiêu: {name}</translation>
    </message>
    <message>
        <source>Expected at least: {name}</source>
        <translation>Khoảng hợp lý, từ: {name}</translation>
    </message>
    <message>
        <source>Expected at most: {name}</source>
        <translation>Khoảng hợp lý, đến: {name}</translation>
    </message>
    <message>
        <source>expected from</source>
        <translation>khoảng hợp lý từ</translation>
    </message>
    <message>
        <source>to</source>
        <translation>đến</translation>
    </message>
    <message>
        <source>The first figure is larger than the second.</source>
        <translation>Số đầu lớn hơn số cuối.</translation>
    </message>
</context>
<context>
    <name>AssignmentsPage</name>
    <message>
        <source>Type part of an indicator or of who reports it</source>
        <translation>Gõ một phần tên chỉ tiêu hoặc đơn vị báo cáo</translation>
    </message>
    <message>
        <source>Who reports what</source>
        <translation>Giao chỉ tiêu</translation>
    </message>
    <message>
        <source>The chosen lines are reported by</source>
        <translation>Đơn vị báo cáo các dòng đã chọn</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Giao</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Hỏi lại</translation>
    </message>
    <message>
        <source>The chosen lines are to be answered anew, though nothing in them changed.</source>
        <translation>Các dòng đã chọn phải trả lời lại dù nội dung không đổi.</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>chưa có đơn vị nào</translation>
    </message>
    <message>
        <source>{reporter} · asked again</source>
        <translation>{reporter} · hỏi lại</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>STT</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Reported by</source>
        <translation>Đơn vị báo cáo</translation>
    </message>
    <message>
        <source>Only what nobody reports</source>
        <translation>Chỉ dòng chưa có đơn vị báo cáo</translation>
    </message>
    <message>
        <source>What agencies that are no more reported alone is given to those that took the task over.</source>
        <translation>Chỉ tiêu trước đây chỉ do đơn vị đã kết thúc hoạt động báo cáo sẽ được giao cho đơn vị tiếp nhận nhiệm vụ đó.</translation>
    </message>
    <message>
        <source>Give to the successors: {count}</source>
        <translation>Giao cho đơn vị tiếp nhận: {count}</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Backups</source>
        <translation>Bản sao lưu</translation>
    </message>
    <message>
        <source>Put this backup back</source>
        <translation>Khôi phục bản này</translation>
    </message>
    <message>
        <source>They lie in “{folder}”. A backup is made every day by itself.</source>
        <translation>Các bản sao lưu nằm trong “{folder}”. Mỗi ngày chương trình tự sao lưu một lần.</translation>
    </message>
    <message>
        <source>What stands now is kept beside the backups. If something was handed in since, telephone Home Affairs: the next file would go on from an older one.</source>
        <translation>Dữ liệu hiện có được giữ lại cạnh các bản sao lưu. Nếu từ đó đến nay đơn vị đã nộp báo cáo, hãy gọi Sở Nội vụ: tệp sau sẽ nối tiếp một lần nộp cũ hơn.</translation>
    </message>
    <message>
        <source>Make a backup now</source>
        <translation>Sao lưu ngay</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Lúc sao lưu</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Thay đổi cuối</translation>
    </message>
    <message>
        <source>Handed in</source>
        <translation>Lần nộp</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>hỏng</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>tốt</translation>
    </message>
    <message>
        <source>Choose a sound backup. None was made yet, if the list is empty.</source>
        <translation>Chọn một bản sao lưu tốt. Danh sách trống nghĩa là chưa có bản nào.</translation>
    </message>
    <message>
        <source>“{file}” is damaged. Put its newest sound backup back.</source>
        <translation>Tệp “{file}” bị hỏng. Hãy khôi phục bản sao lưu còn tốt gần nhất.</translation>
    </message>
</context>
<context>
    <name>BarsChart</name>
    <message>
        <source>No agency has given a figure yet.</source>
        <translation>Chưa đơn vị nào có số liệu.</translation>
    </message>
    <message>
        <source>{count} agencies, from {least} ({last}) to {most} ({first}); half of them below {median}.</source>
        <translation>{count} đơn vị, từ {least} ({last}) đến {most} ({first}); mức giữa là {median}.</translation>
    </message>
    <message>
        <source>Without a figure: {count}.</source>
        <translation>Không có số liệu: {count}.</translation>
    </message>
    <message>
        <source>middle: {median}</source>
        <translation>mức giữa: {median}</translation>
    </message>
    <message>
        <source>others</source>
        <translation>đơn vị khác</translation>
    </message>
</context>
<context>
    <name>Belongings</name>
    <message>
        <source>Attach evidence</source>
        <translation>Đính kèm tài liệu kiểm chứng</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Lưu một bản</translation>
    </message>
</context>
<context>
    <name>BoardModel</name>
    <message>
        <source>No.</source>
        <translation>Lần</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Nhận lúc</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Người liên hệ</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>received</source>
        <translation>đã nhận</translation>
    </message>
    <message>
        <source>received in part: something is blank</source>
        <translation>đã nhận một phần: còn chỉ tiêu chưa nhập</translation>
    </message>
    <message>
        <source>waiting for a decision</source>
        <translation>chờ xử lý</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>trả lại</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>chưa gửi</translation>
    </message>
    <message>
        <source>not assigned</source>
        <translation>không được giao</translation>
    </message>
    <message>
        <source>matching code not compared yet</source>
        <translation>chưa đối chiếu mã</translation>
    </message>
    <message>
        <source>sent after the deadline</source>
        <translation>gửi sau hạn</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>quá hạn</translation>
    </message>
    <message>
        <source>not sent, overdue</source>
        <translation>chưa gửi, quá hạn</translation>
    </message>
    <message>
        <source>entered on behalf by Home Affairs</source>
        <translation>do Sở Nội vụ nhập thay</translation>
    </message>
    <message>
        <source>received: entered on behalf by Home Affairs</source>
        <translation>đã nhận: Sở Nội vụ nhập thay đơn vị</translation>
    </message>
    <message>
        <source>received in part: entered on behalf by Home Affairs, something is blank</source>
        <translation>đã nhận một phần: Sở Nội vụ nhập thay đơn vị, còn chỉ tiêu để trống</translation>
    </message>
    <message>
        <source>deadline extended to {day}</source>
        <translation>gia hạn đến {day}</translation>
    </message>
    <message>
        <source>two desks extended the deadline differently</source>
        <translation>hai bàn làm việc gia hạn khác nhau</translation>
    </message>
    <message>
        <source>two desks corrected its arrival differently; the earliest counts</source>
        <translation>hai bàn làm việc ghi lại lúc nhận khác nhau; tính theo lúc sớm nhất</translation>
    </message>
    <message>
        <source>arrival corrected: {reason}; noted {moment}</source>
        <translation>đã ghi lại lúc nhận: {reason}; chương trình ghi {moment}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>đến {day}</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>đã rà soát</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>Agencies and areas</source>
        <translation>Đơn vị và lĩnh vực</translation>
    </message>
    <message>
        <source>received</source>
        <translation>đã nhận</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>chờ xử lý</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>trả lại</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>chưa gửi</translation>
    </message>
    <message>
        <source>Sort ▾</source>
        <translation>Sắp xếp ▾</translation>
    </message>
    <message>
        <source>Filter agencies</source>
        <translation>Lọc đơn vị</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Chưa gửi</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Chờ xử lý</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Trả lại</translation>
    </message>
    <message>
        <source>in part</source>
        <translation>một phần</translation>
    </message>
    <message>
        <source>(empty) not assigned</source>
        <translation>(trống) không được giao</translation>
    </message>
    <message>
        <source>{sign} Code not compared</source>
        <translation>{sign} Chưa đối chiếu</translation>
    </message>
    <message>
        <source>Reminder list…</source>
        <translation>Danh sách đôn đốc…</translation>
    </message>
    <message>
        <source>Official order</source>
        <translation>Thứ tự của cơ quan</translation>
    </message>
    <message>
        <source>Name, A to Y</source>
        <translation>Tên đơn vị, A đến Y</translation>
    </message>
    <message>
        <source>What is missing first</source>
        <translation>Chưa gửi lên trước</translation>
    </message>
    <message>
        <source>Received last first</source>
        <translation>Mới nhận lên trước</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>Sent late</source>
        <translation>Gửi sau hạn</translation>
    </message>
    <message>
        <source>not sent, overdue</source>
        <translation>chưa gửi, quá hạn</translation>
    </message>
    <message>
        <source>In all {received}/{count}</source>
        <translation>Cộng {received}/{count}</translation>
    </message>
    <message>
        <source>{sign} Entered on behalf</source>
        <translation>{sign} Nhập thay</translation>
    </message>
    <message>
        <source>Enter on behalf…</source>
        <translation>Nhập thay đơn vị…</translation>
    </message>
    <message>
        <source>Type figures that the agency gave by telephone or on paper ({key})</source>
        <translation>Nhập số liệu đơn vị báo qua điện thoại hoặc trên giấy ({key})</translation>
    </message>
    <message>
        <source>Choose an agency first.</source>
        <translation>Hãy chọn một đơn vị trước.</translation>
    </message>
    <message>
        <source>entered on behalf</source>
        <translation>nhập thay đơn vị</translation>
    </message>
    <message>
        <source>Extend…</source>
        <translation>Gia hạn…</translation>
    </message>
    <message>
        <source>Gives the chosen agency more time; Ctrl or Shift chooses several.</source>
        <translation>Gia hạn cho đơn vị đang chọn; giữ Ctrl hoặc Shift để chọn nhiều đơn vị.</translation>
    </message>
    <message>
        <source>Choose one agency, or several with Ctrl or Shift.</source>
        <translation>Hãy chọn một đơn vị, hoặc giữ Ctrl hay Shift để chọn nhiều đơn vị.</translation>
    </message>
    <message>
        <source>Extended</source>
        <translation>Đã gia hạn</translation>
    </message>
    <message>
        <source>arrival corrected</source>
        <translation>đã sửa lúc nhận</translation>
    </message>
</context>
<context>
    <name>ChangeNoteDialog</name>
    <message>
        <source>Changes</source>
        <translation>Thay đổi</translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>Chưa có thay đổi nào.</translation>
    </message>
    <message>
        <source>Change note</source>
        <translation>Bảng thay đổi</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Sao chép</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>✓ Copied</source>
        <translation>✓ Đã chép</translation>
    </message>
</context>
<context>
    <name>ChangeRows</name>
    <message>
        <source>Closing no. {number}</source>
        <translation>Lần chốt {number}</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Thay đổi</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Độ phủ</translation>
    </message>
    <message>
        <source>{figure} (adjusted)</source>
        <translation>{figure} (điều chỉnh)</translation>
    </message>
    <message>
        <source>A new indicator</source>
        <translation>Chỉ tiêu mới</translation>
    </message>
    <message>
        <source>Asked no more</source>
        <translation>Không còn trong đợt báo cáo</translation>
    </message>
    <message>
        <source>On behalf: {before} → {after}</source>
        <translation>Nhập thay: {before} → {after}</translation>
    </message>
    <message>
        <source>Not compared: {before} → {after}</source>
        <translation>Chưa đối chiếu: {before} → {after}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>chưa có</translation>
    </message>
    <message>
        <source>No. {revision}</source>
        <translation>Lần {revision}</translation>
    </message>
    <message>
        <source>{submission}, on behalf</source>
        <translation>{submission}, nhập thay</translation>
    </message>
    <message>
        <source>{submission}, not compared</source>
        <translation>{submission}, chưa đối chiếu</translation>
    </message>
</context>
<context>
    <name>Charting</name>
    <message>
        <source>Save the picture</source>
        <translation>Lưu ảnh</translation>
    </message>
    <message>
        <source>✓ Saved to {file}</source>
        <translation>✓ Đã lưu vào {file}</translation>
    </message>
</context>
<context>
    <name>ChartsDialog</name>
    <message>
        <source>Copy the picture</source>
        <translation>Chép ảnh</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Biểu đồ</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Qua các kỳ</translation>
    </message>
    <message>
        <source>Across agencies</source>
        <translation>Giữa các đơn vị</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>Xem dạng bảng</translation>
    </message>
    <message>
        <source>The figures of the chart</source>
        <translation>Số liệu của biểu đồ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Save as a picture…</source>
        <translation>Lưu thành ảnh…</translation>
    </message>
    <message>
        <source>✓ Copied. Paste it into a letter or a slide.</source>
        <translation>✓ Đã chép. Dán được vào văn bản hoặc trang trình chiếu.</translation>
    </message>
    <message>
        <source>There is nothing to show yet.</source>
        <translation>Chưa có gì để hiển thị.</translation>
    </message>
    <message>
        <source>Being read…</source>
        <translation>Đang đọc…</translation>
    </message>
    <message>
        <source>◐ hollow: answers are missing.</source>
        <translation>◐ điểm rỗng: chưa đủ đơn vị.</translation>
    </message>
    <message>
        <source>Not drawn, of another length: {rounds}.</source>
        <translation>Không vẽ vì khác loại kỳ: {rounds}.</translation>
    </message>
    <message>
        <source>Earlier rounds are being added: {count}</source>
        <translation>Đang thêm các đợt trước: {count}</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ báo cáo</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Số tổng hợp</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Độ phủ</translation>
    </message>
    <message>
        <source>stands out</source>
        <translation>khác thường</translation>
    </message>
    <message>
        <source>no figure</source>
        <translation>không có số liệu</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Thứ tự</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>Not drawn, of another kind or unit: {rounds}.</source>
        <translation>Không vẽ vì khác loại số liệu hoặc đơn vị tính: {rounds}.</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Error</source>
        <translation>Lỗi</translation>
    </message>
    <message>
        <source>Please explain</source>
        <translation>Đề nghị giải trình</translation>
    </message>
    <message>
        <source>Asked about</source>
        <translation>Sở Nội vụ hỏi</translation>
    </message>
    <message>
        <source>Not entered</source>
        <translation>Chưa nhập</translation>
    </message>
    <message>
        <source>What is still open</source>
        <translation>Cần xem lại</translation>
    </message>
    <message>
        <source>Errors must be mended. The rest yields to an explanation; blanks may stay blank.</source>
        <translation>Lỗi thì phải sửa. Các điểm khác chỉ cần giải trình; chỉ tiêu chưa nhập có thể để trống.</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>Không còn gì phải xem</translation>
    </message>
    <message>
        <source>Every indicator is answered. You can finish and export.</source>
        <translation>Mọi chỉ tiêu đã có câu trả lời. Có thể hoàn tất và xuất tệp nộp.</translation>
    </message>
    <message>
        <source>What was typed is not saved yet. Settle it there.</source>
        <translation>Nội dung đã gõ chưa được lưu. Hãy xử lý tại ô này.</translation>
    </message>
    <message>
        <source>Home Affairs did not ask about this. Write why it changes.</source>
        <translation>Sở Nội vụ không hỏi chỉ tiêu này. Hãy ghi lý do sửa.</translation>
    </message>
    <message>
        <source>Home Affairs asked about this; it stands as it stood.</source>
        <translation>Sở Nội vụ hỏi chỉ tiêu này; số liệu và giải trình chưa có gì mới.</translation>
    </message>
    <message>
        <source>Changed since no. {revision}. Write why.</source>
        <translation>Đã sửa so với lần {revision}. Hãy ghi lý do.</translation>
    </message>
</context>
<context>
    <name>CheckReportDialog</name>
    <message>
        <source>Check a report</source>
        <translation>Kiểm tra báo cáo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>The figures are made once more and compared…</source>
        <translation>Đang tổng hợp lại số liệu và đối chiếu…</translation>
    </message>
    <message>
        <source>Altered places</source>
        <translation>Chỗ đã bị sửa</translation>
    </message>
    <message>
        <source>Should be</source>
        <translation>Đúng ra là</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>và {count} dòng nữa</translation>
    </message>
    <message>
        <source>Every figure of this list is what it would be now.</source>
        <translation>Mọi số trong danh sách đều đúng với số hiện nay.</translation>
    </message>
    <message>
        <source>Sound: every figure is as it was made from the state {code}….</source>
        <translation>Nguyên vẹn: mọi số đúng như khi lập từ trạng thái {code}….</translation>
    </message>
    <message>
        <source>Figures that are others today</source>
        <translation>Số hiện nay đã khác</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hiện nay</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Biểu</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>Stands there</source>
        <translation>Đang ghi</translation>
    </message>
    <message>
        <source>the row was taken out</source>
        <translation>dòng đã bị xóa</translation>
    </message>
    <message>
        <source>the row was put in</source>
        <translation>dòng được thêm vào</translation>
    </message>
    <message>
        <source>all of it was taken out</source>
        <translation>cả biểu đã bị xóa</translation>
    </message>
    <message>
        <source>all of it was put in</source>
        <translation>cả biểu được thêm vào</translation>
    </message>
</context>
<context>
    <name>Checking</name>
    <message>
        <source>Check a report</source>
        <translation>Kiểm tra báo cáo</translation>
    </message>
</context>
<context>
    <name>ClosedDialog</name>
    <message>
        <source>{round}: closed as no. {number}</source>
        <translation>{round}: đã chốt lần {number}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Chép</translation>
    </message>
    <message>
        <source>Digest of the consolidated figures (SHA-256)</source>
        <translation>Mã của số liệu tổng hợp (SHA-256)</translation>
    </message>
    <message>
        <source>Closing no. {number}</source>
        <translation>Lần chốt {number}</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Hiện nay</translation>
    </message>
    <message>
        <source>Reopen…</source>
        <translation>Mở lại…</translation>
    </message>
    <message>
        <source>no name given</source>
        <translation>không ghi tên</translation>
    </message>
    <message>
        <source>{officer}, {moment}</source>
        <translation>{officer}, {moment}</translation>
    </message>
    <message>
        <source>Came late and waits: {names}. Reopen the round to take it in.</source>
        <translation>Đến muộn, đang chờ: {names}. Muốn tính thì mở lại đợt báo cáo.</translation>
    </message>
    <message>
        <source>The figures here differ from closing no. {number}: another desk had decided more, or a key was compared since. Reopen the round and close it anew to settle it.</source>
        <translation>Số liệu ở đây khác lần chốt {number}: bàn làm việc khác đã quyết định thêm, hoặc có khóa được đối chiếu sau đó. Hãy mở lại rồi chốt lần mới.</translation>
    </message>
    <message>
        <source>Save receipts for all…</source>
        <translation>Lưu phiếu tiếp nhận chung…</translation>
    </message>
    <message>
        <source>Export the report ▾</source>
        <translation>Xuất báo cáo ▾</translation>
    </message>
    <message>
        <source>As closed, no. {number} · {code}…</source>
        <translation>Theo lần chốt {number} · {code}…</translation>
    </message>
    <message>
        <source>✓ Copied</source>
        <translation>✓ Đã chép</translation>
    </message>
</context>
<context>
    <name>ClosedStrip</name>
    <message>
        <source>The round is closed, closing no. {number}, code {code}… (told {moment}).</source>
        <translation>Đợt đã chốt lần {number}, mã {code}… (Sở Nội vụ báo lúc {moment}).</translation>
    </message>
    <message>
        <source>What you hand in now waits at Home Affairs until they reopen the round; telephone them first.</source>
        <translation>Tệp nộp từ nay sẽ chờ ở Sở Nội vụ đến khi đợt được mở lại; hãy gọi điện trước.</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>The round is open again.</source>
        <translation>Đợt báo cáo đã mở lại.</translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message>
        <source>Close as no. {number}</source>
        <translation>Chốt lần {number}</translation>
    </message>
    <message>
        <source>The consolidated figures are frozen with their digest. From then on nothing in the round is decided, and what comes late waits until you reopen it. What is missing blocks nothing.</source>
        <translation>Số liệu tổng hợp được giữ nguyên kèm mã. Từ đó không quyết định gì trong đợt này nữa; tệp đến muộn sẽ chờ đến khi mở lại. Còn thiếu vẫn chốt được.</translation>
    </message>
    <message>
        <source>Two desks corrected the round differently. Decide first which of the two issues holds.</source>
        <translation>Hai bàn làm việc điều chỉnh đợt báo cáo khác nhau. Hãy quyết định trước bản nào có hiệu lực.</translation>
    </message>
    <message>
        <source>Nothing has changed since closing no. {number}.</source>
        <translation>Không có gì thay đổi so với lần chốt {number}.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Hiện nay</translation>
    </message>
    <message>
        <source>such as: report of six months</source>
        <translation>ví dụ: báo cáo 6 tháng</translation>
    </message>
    <message>
        <source>Note on this closing (may be left empty)</source>
        <translation>Ghi chú cho lần chốt này (có thể để trống)</translation>
    </message>
    <message>
        <source>Reopen instead…</source>
        <translation>Mở lại thay vì chốt…</translation>
    </message>
    <message>
        <source>Two issues of the round claim to hold.</source>
        <translation>Đợt báo cáo đang có hai bản điều chỉnh khác nhau.</translation>
    </message>
    <message>
        <source>no. {number} · {code}…</source>
        <translation>lần {number} · {code}…</translation>
    </message>
    <message>
        <source>Received: {received} of {owing} agencies</source>
        <translation>Đã nhận: {received}/{owing} đơn vị</translation>
    </message>
    <message>
        <source>Sent in part: {count} agencies</source>
        <translation>Gửi một phần: {count} đơn vị</translation>
    </message>
    <message>
        <source>Figures with every agency&apos;s answer: {complete} of {asked}</source>
        <translation>Chỉ tiêu đủ trả lời của các đơn vị: {complete}/{asked}</translation>
    </message>
    <message>
        <source>Files that wait for a decision: {count}. They go on waiting and do not count.</source>
        <translation>Tệp chờ xử lý: {count}. Các tệp này tiếp tục chờ và không được tính.</translation>
    </message>
    <message>
        <source>Decided differently at two desks: {count}. It goes as if nothing had been decided.</source>
        <translation>Hai bàn quyết định khác nhau: {count}. Tạm coi như chưa quyết định.</translation>
    </message>
    <message>
        <source>Nothing counts of: {names}</source>
        <translation>Chưa có số liệu được tính của: {names}</translation>
    </message>
    <message>
        <source>Counted though the matching code was not compared yet: {count} agencies</source>
        <translation>Tính tạm, chưa đối chiếu mã: {count} đơn vị</translation>
    </message>
    <message>
        <source>Entered on behalf: {count} agencies</source>
        <translation>Nhập thay đơn vị: {count} đơn vị</translation>
    </message>
    <message>
        <source>Close the round: {round}</source>
        <translation>Chốt số liệu: {round}</translation>
    </message>
    <message>
        <source>Two desks closed the round differently ({closings}). Closing anew holds what is shown here; reopen it where something has to be decided first.</source>
        <translation>Hai bàn làm việc chốt khác nhau ({closings}). Chốt lần mới sẽ theo số liệu đang hiển thị ở đây; nếu cần quyết định việc gì trước thì mở lại.</translation>
    </message>
</context>
<context>
    <name>ClosingLine</name>
    <message>
        <source>Closing…</source>
        <translation>Chốt số liệu…</translation>
    </message>
    <message>
        <source>Not closed yet</source>
        <translation>chưa chốt</translation>
    </message>
</context>
<context>
    <name>ColleagueDialog</name>
    <message>
        <source>A colleague&apos;s key</source>
        <translation>Khóa của đồng nghiệp</translation>
    </message>
    <message>
        <source>Make and save it</source>
        <translation>Tạo và lưu</translation>
    </message>
    <message>
        <source>The key goes to “{folder}”. The colleague types its passphrase here and puts the file in with “Use a key file…” on the other machine. Agencies believe it from the next round file on.</source>
        <translation>Khóa được lưu vào “{folder}”. Đồng nghiệp tự gõ mật khẩu ở đây rồi dùng “Dùng tệp khóa…” trên máy kia. Từ tệp đợt sau, các đơn vị tin khóa này.</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Type the name and the passphrase first.</source>
        <translation>Hãy ghi họ tên và mật khẩu trước.</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare the matching code</source>
        <translation>Đối chiếu mã</translation>
    </message>
    <message>
        <source>Telephone them ({contact}) and let them read their code to you.</source>
        <translation>Gọi điện ({contact}) và đề nghị họ đọc mã.</translation>
    </message>
    <message>
        <source>Telephone them and let them read their code to you.</source>
        <translation>Gọi điện và đề nghị họ đọc mã.</translation>
    </message>
    <message>
        <source>Until now their code was {code}. A new one is normal after a new computer: ask them.</source>
        <translation>Trước đây mã của họ là {code}. Mã mới là bình thường khi thay máy: hãy hỏi lại.</translation>
    </message>
    <message>
        <source>Every letter must be the same.</source>
        <translation>Từng chữ, từng số phải giống nhau.</translation>
    </message>
    <message>
        <source>The code as a QR code</source>
        <translation>Mã đối chiếu dạng QR</translation>
    </message>
    <message>
        <source>They differ</source>
        <translation>Hai mã khác nhau</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>The codes agree</source>
        <translation>Hai mã khớp</translation>
    </message>
    <message>
        <source>{who}: is this their code?</source>
        <translation>Đây có phải mã của {who}?</translation>
    </message>
    <message>
        <source>{who}: is this the code of the head?</source>
        <translation>Đây có phải mã của thủ trưởng {who}?</translation>
    </message>
</context>
<context>
    <name>CompareManyDialog</name>
    <message>
        <source>Compare matching codes</source>
        <translation>Đối chiếu nhiều mã</translation>
    </message>
    <message>
        <source>Codes that nobody has compared yet</source>
        <translation>Các mã chưa đối chiếu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Đối chiếu</translation>
    </message>
    <message>
        <source>on the stamped sheet</source>
        <translation>với bản giấy đóng dấu</translation>
    </message>
    <message>
        <source>by telephone</source>
        <translation>qua điện thoại</translation>
    </message>
    <message>
        <source>Find an agency (Ctrl+F)</source>
        <translation>Tìm đơn vị (Ctrl+F)</translation>
    </message>
    <message>
        <source>{key}  Agrees</source>
        <translation>{key}  Khớp</translation>
    </message>
    <message>
        <source>{key}  Differs</source>
        <translation>{key}  Khác</translation>
    </message>
    <message>
        <source>{key}  Later</source>
        <translation>{key}  Để sau</translation>
    </message>
    <message>
        <source>Nothing of it is kept yet: {count}. Press “Keep”, or close once more to let it go.</source>
        <translation>Chưa lưu kết quả đối chiếu nào: {count}. Bấm “Lưu”, hoặc đóng lần nữa để bỏ.</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Matching code</source>
        <translation>Mã đối chiếu</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Lần</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Người liên hệ</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>agrees: {agree} · differs: {differ} · left: {left}</source>
        <translation>khớp: {agree} · khác: {differ} · còn lại: {left}</translation>
    </message>
    <message>
        <source>Compare a code first.</source>
        <translation>Hãy đối chiếu một mã trước.</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>khớp</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>khác</translation>
    </message>
    <message>
        <source>{agency}: the head</source>
        <translation>{agency}: thủ trưởng</translation>
    </message>
    <message>
        <source>No agency has this name among those whose code is still to be compared.</source>
        <translation>Không có đơn vị nào tên như vậy trong số chưa đối chiếu.</translation>
    </message>
    <message>
        <source>{who}. Until now their code was {code}; a new one is normal after a new computer: ask them.</source>
        <translation>{who}. Trước đây mã của đơn vị là {code}; thay máy thì có mã mới, hãy hỏi lại đơn vị.</translation>
    </message>
    <message>
        <source>Agrees: what this key seals is theirs from now on, and is taken at once.</source>
        <translation>Khớp: từ nay tệp theo khóa này là của đơn vị và được tiếp nhận ngay.</translation>
    </message>
    <message>
        <source>Differs: what came under it (files: {count}) is put aside and never counts. Tell them at once.</source>
        <translation>Khác: tệp đã nhận theo khóa này (số tệp: {count}) được để riêng và không bao giờ tính vào số liệu. Hãy báo ngay cho đơn vị.</translation>
    </message>
    <message>
        <source>Differs: what came under it (files: {count}) is put aside and goes out of the totals, in which it counts provisionally. Tell them at once.</source>
        <translation>Khác: tệp đã nhận theo khóa này (số tệp: {count}) được để riêng và ra khỏi số tổng hợp, nơi đang tạm tính. Hãy báo ngay cho đơn vị.</translation>
    </message>
    <message>
        <source>Save the results</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Save the results ({count})</source>
        <translation>Lưu {count} kết quả</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>Every key of this round has been compared.</source>
        <translation>Mọi khóa của đợt này đã được đối chiếu.</translation>
    </message>
</context>
<context>
    <name>ComparingRounds</name>
    <message>
        <source>comparison-{now}-{before}.xlsx</source>
        <translation>so-sanh-{now}-{before}.xlsx</translation>
    </message>
    <message>
        <source>Save the comparison</source>
        <translation>Lưu bảng so sánh</translation>
    </message>
    <message>
        <source>✓ Saved to {file}</source>
        <translation>✓ Đã lưu vào {file}</translation>
    </message>
    <message>
        <source>{now} compared with {before}</source>
        <translation>{now} so với {before}</translation>
    </message>
    <message>
        <source>Only agencies that answered in both rounds.</source>
        <translation>Chỉ tính các đơn vị có số liệu ở cả hai đợt.</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị tính</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>So sánh</translation>
    </message>
</context>
<context>
    <name>ComparisonPage</name>
    <message>
        <source>Two rounds side by side</source>
        <translation>Hai đợt cạnh nhau</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>Chưa có gì để so sánh</translation>
    </message>
    <message>
        <source>Once there are two rounds, their totals stand here side by side.</source>
        <translation>Khi có từ hai đợt báo cáo, số tổng hợp của hai đợt sẽ đặt cạnh nhau ở đây.</translation>
    </message>
    <message>
        <source>Charts…</source>
        <translation>Biểu đồ…</translation>
    </message>
    <message>
        <source>Save as Excel…</source>
        <translation>Lưu thành Excel…</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Đợt báo cáo</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>So với</translation>
    </message>
    <message>
        <source>compared with</source>
        <translation>so với</translation>
    </message>
    <message>
        <source>Only agencies that answered in both</source>
        <translation>Chỉ đơn vị có số liệu ở cả hai đợt</translation>
    </message>
    <message>
        <source>Filter indicators</source>
        <translation>Lọc chỉ tiêu</translation>
    </message>
    <message>
        <source>Only what changed</source>
        <translation>Chỉ chỉ tiêu có thay đổi</translation>
    </message>
    <message>
        <source>Largest change first</source>
        <translation>Thay đổi nhiều nhất trước</translation>
    </message>
    <message>
        <source>{round} (same period last year)</source>
        <translation>{round} (cùng kỳ năm trước)</translation>
    </message>
    <message>
        <source>The two periods are of different kinds: only what is counted on a day is compared.</source>
        <translation>Hai kỳ khác loại (độ dài hoặc ngày chốt): chỉ so sánh các chỉ tiêu tính tại một thời điểm.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>STT</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Tăng, giảm</translation>
    </message>
    <message>
        <source>Coverage, remarks</source>
        <translation>Độ phủ, ghi chú</translation>
    </message>
    <message>
        <source>{change} points</source>
        <translation>{change} điểm</translation>
    </message>
    <message>
        <source>adjusted total</source>
        <translation>số tổng hợp đã điều chỉnh</translation>
    </message>
    <message>
        <source>asked for in {round} only</source>
        <translation>chỉ có ở {round}</translation>
    </message>
    <message>
        <source>{count} agencies in both</source>
        <translation>{count} đơn vị có ở cả hai</translation>
    </message>
    <message>
        <source>{now} against {before}: cannot be compared in full</source>
        <translation>{now} so với {before}: chưa so sánh được hết</translation>
    </message>
    <message>
        <source>Choose an indicator that is a figure.</source>
        <translation>Chọn một chỉ tiêu có số liệu.</translation>
    </message>
    <message>
        <source>There is nothing to show yet.</source>
        <translation>Chưa có gì để hiển thị.</translation>
    </message>
    <message>
        <source>not compared</source>
        <translation>không so sánh</translation>
    </message>
    <message>
        <source>Not compared, since their series is broken: {count} (the reason stands beside each).</source>
        <translation>Không so sánh vì gián đoạn chuỗi số liệu: {count} chỉ tiêu (lý do ghi bên cạnh từng chỉ tiêu).</translation>
    </message>
    <message>
        <source>agencies in both: {now}, before {before}</source>
        <translation>đơn vị có ở cả hai đợt: {now}, trước đây {before}</translation>
    </message>
    <message>
        <source>Reorganised on {day}: totals that add up are compared with those of the agencies before.</source>
        <translation>Sắp xếp tổ chức từ ngày {day}: số tổng hợp cộng được vẫn so sánh với số của các đơn vị trước sắp xếp.</translation>
    </message>
    <message>
        <source>not compared: {why}</source>
        <translation>không so sánh: {why}</translation>
    </message>
</context>
<context>
    <name>ConflictPage</name>
    <message>
        <source>‹ Back</source>
        <translation>‹ Quay lại</translation>
    </message>
    <message>
        <source>Show the submission</source>
        <translation>Xem tệp nộp</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Decide (Ctrl+Enter)</source>
        <translation>Quyết định (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Decided so far</source>
        <translation>Đã quyết định</translation>
    </message>
    <message>
        <source>There is nothing to choose here: do what stands above.</source>
        <translation>Không có gì để chọn ở đây: thực hiện theo hướng dẫn phía trên.</translation>
    </message>
    <message>
        <source>What you can decide, and what it does</source>
        <translation>Cách xử lý và kết quả của từng cách</translation>
    </message>
    <message>
        <source>Choose first.</source>
        <translation>Hãy chọn một cách xử lý.</translation>
    </message>
    <message>
        <source>Write why first.</source>
        <translation>Hãy ghi lý do.</translation>
    </message>
    <message>
        <source>whom you asked</source>
        <translation>đã hỏi ai, ngày nào</translation>
    </message>
</context>
<context>
    <name>CorrectionPage</name>
    <message>
        <source>What is corrected, in words that every agency reads</source>
        <translation>Nội dung điều chỉnh, mọi đơn vị đều đọc được</translation>
    </message>
    <message>
        <source>The same in English, if wanted</source>
        <translation>Nội dung bằng tiếng Anh, nếu cần</translation>
    </message>
    <message>
        <source>Change the other parts as needed. What agencies have typed and sent stays; under “Who reports what” lines can be asked again though nothing in them changed.</source>
        <translation>Sửa các phần khác nếu cần. Những gì đơn vị đã nhập và đã gửi được giữ nguyên; ở “Giao chỉ tiêu” có thể hỏi lại cả những dòng không thay đổi.</translation>
    </message>
    <message>
        <source>Nothing was received yet; the next issue takes the place of this one.</source>
        <translation>Chưa tiếp nhận tệp nộp nào; lần phát hành mới thay cho lần này.</translation>
    </message>
    <message>
        <source>Submissions that stand unchanged: {count} of {all}</source>
        <translation>Tệp nộp giữ nguyên giá trị: {count}/{all}</translation>
    </message>
    <message>
        <source>{indicator} ({count} agencies)</source>
        <translation>{indicator} ({count} đơn vị)</translation>
    </message>
    <message>
        <source>Must answer something: {count}.</source>
        <translation>Phải trả lời thêm: {count} đơn vị.</translation>
    </message>
    <message>
        <source>Nothing stands any more: {count}.</source>
        <translation>Không còn giá trị: {count} tệp nộp.</translation>
    </message>
    <message>
        <source>Asked again: {what}.</source>
        <translation>Hỏi lại: {what}.</translation>
    </message>
    <message>
        <source>New: {what}.</source>
        <translation>Mới: {what}.</translation>
    </message>
    <message>
        <source>Not asked any more: {count}.</source>
        <translation>Không hỏi nữa: {count} chỉ tiêu.</translation>
    </message>
</context>
<context>
    <name>CorrectionsBox</name>
    <message>
        <source>Requests on earlier figures</source>
        <translation>Đề nghị đính chính số liệu kỳ trước</translation>
    </message>
    <message>
        <source>Nothing has changed since no. {revision}; there is nothing new to export.</source>
        <translation>Không có gì thay đổi so với lần {revision}, nên không có gì mới để xuất.</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>và {count} dòng khác</translation>
    </message>
    <message>
        <source>Figures changed since no. {revision}: {count}. The next submission is a correction, no. {next}; it replaces no. {revision}.</source>
        <translation>Số chỉ tiêu đã sửa so với lần {revision}: {count}. Tệp nộp tiếp theo là bản đính chính, lần {next}, thay cho lần {revision}.</translation>
    </message>
    <message>
        <source>Figures changed since no. {revision}: {count}.</source>
        <translation>Số chỉ tiêu đã sửa so với lần {revision}: {count}.</translation>
    </message>
    <message>
        <source>Also changed: {what}.</source>
        <translation>Cũng đã sửa: {what}.</translation>
    </message>
    <message>
        <source>Still without a reason: {count}.</source>
        <translation>Chưa ghi lý do: {count}.</translation>
    </message>
    <message>
        <source>Write the reasons</source>
        <translation>Ghi lý do</translation>
    </message>
    <message>
        <source>explanations</source>
        <translation>lời giải trình</translation>
    </message>
    <message>
        <source>figures of subordinate units</source>
        <translation>số liệu đơn vị trực thuộc</translation>
    </message>
    <message>
        <source>words on areas</source>
        <translation>phần thuyết minh</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>tài liệu kiểm chứng</translation>
    </message>
    <message>
        <source>requests on earlier figures</source>
        <translation>đề nghị đính chính kỳ trước</translation>
    </message>
    <message>
        <source>No reason yet.</source>
        <translation>Chưa ghi lý do.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Mở {name}</translation>
    </message>
    <message>
        <source>{name}, {period}: reported {reported}, right {right}</source>
        <translation>{name}, {period}: đã báo cáo {reported}, số đúng {right}</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Rút lại</translation>
    </message>
    <message>
        <source>Withdraw: {name}</source>
        <translation>Rút lại: {name}</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>Lý do: {reason}</translation>
    </message>
    <message>
        <source>Home Affairs agrees: {words}</source>
        <translation>Sở Nội vụ đồng ý: {words}</translation>
    </message>
    <message>
        <source>Home Affairs declines: {words}</source>
        <translation>Sở Nội vụ không đồng ý: {words}</translation>
    </message>
    <message>
        <source>Sent with no. {revision}, not decided yet.</source>
        <translation>Đã gửi trong lần {revision}, chưa có ý kiến.</translation>
    </message>
    <message>
        <source>Goes out with the next submission.</source>
        <translation>Sẽ gửi kèm tệp nộp tiếp theo.</translation>
    </message>
    <message>
        <source>what the corrected round asks anew</source>
        <translation>nội dung đợt báo cáo điều chỉnh hỏi thêm</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>The program made a mistake</source>
        <translation>Chương trình gặp lỗi</translation>
    </message>
    <message>
        <source>What was saved is safe. Copy this report and send it to whoever supports you, then go on.</source>
        <translation>Những gì đã lưu vẫn an toàn. Hãy chép nội dung này gửi người hỗ trợ, rồi làm tiếp.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Nội dung lỗi</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Chép nội dung</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Làm tiếp</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>Save and decide</source>
        <translation>Lưu và quyết định</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Save and go on</source>
        <translation>Lưu và tiếp tục</translation>
    </message>
</context>
<context>
    <name>DecisionsPage</name>
    <message>
        <source>Decisions</source>
        <translation>Quyết định</translation>
    </message>
    <message>
        <source>What was decided in this round</source>
        <translation>Các quyết định trong đợt báo cáo này</translation>
    </message>
    <message>
        <source>Nothing was decided yet</source>
        <translation>Chưa có quyết định nào</translation>
    </message>
    <message>
        <source>What you decide on files, keys and totals is listed here with its author, time and reason. Nothing is ever erased; each can be taken back.</source>
        <translation>Mọi quyết định về tệp nộp, khóa và số tổng hợp được ghi ở đây, kèm người quyết định, thời điểm và lý do. Không gì bị xóa; quyết định nào cũng có thể rút lại.</translation>
    </message>
    <message>
        <source>Nothing is found</source>
        <translation>Không tìm thấy</translation>
    </message>
    <message>
        <source>Type less, or choose “All”.</source>
        <translation>Gõ ngắn hơn, hoặc chọn “Tất cả”.</translation>
    </message>
    <message>
        <source>Filter agencies</source>
        <translation>Lọc đơn vị</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Còn hiệu lực</translation>
    </message>
    <message>
        <source>Contested</source>
        <translation>Mâu thuẫn</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Take back… (T)</source>
        <translation>Rút lại… (T)</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Thời điểm</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Quyết định</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Về</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Người quyết định</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Home Affairs</source>
        <translation>Sở Nội vụ</translation>
    </message>
    <message>
        <source>the whole round</source>
        <translation>cả đợt báo cáo</translation>
    </message>
    <message>
        <source>{agency}, no. {revision}</source>
        <translation>{agency}, lần {revision}</translation>
    </message>
    <message>
        <source>contested</source>
        <translation>mâu thuẫn</translation>
    </message>
    <message>
        <source>stands</source>
        <translation>còn hiệu lực</translation>
    </message>
    <message>
        <source>holds no more</source>
        <translation>hết hiệu lực</translation>
    </message>
    <message>
        <source>This decision is about no submission of this round.</source>
        <translation>Quyết định này không gắn với tệp nộp nào của đợt.</translation>
    </message>
    <message>
        <source>Choose one that stands. A taking back is undone by deciding anew, a closing by reopening.</source>
        <translation>Hãy chọn quyết định còn hiệu lực. Đã rút lại thì quyết định lại từ đầu; đã chốt số liệu thì mở lại đợt báo cáo.</translation>
    </message>
</context>
<context>
    <name>DemandsPage</name>
    <message>
        <source>The head of each agency must approve as well (a second seal)</source>
        <translation>Cần thêm xác nhận của thủ trưởng đơn vị (niêm phong thứ hai)</translation>
    </message>
    <message>
        <source>Where subordinate units have figures, each unit&apos;s share is asked for</source>
        <translation>Chỉ tiêu cộng từ đơn vị trực thuộc phải có chi tiết theo từng đơn vị</translation>
    </message>
    <message>
        <source>as much as a file holds</source>
        <translation>theo sức chứa của tệp nộp</translation>
    </message>
    <message>
        <source>Evidence in one submission, at most</source>
        <translation>Tài liệu kiểm chứng trong một tệp nộp, tối đa</translation>
    </message>
    <message>
        <source>Lines are weak and mailboxes small: 5 MB pass nearly everywhere.</source>
        <translation>Đường truyền yếu, hộp thư nhỏ: 5 MB thì hầu như nơi nào cũng gửi được.</translation>
    </message>
</context>
<context>
    <name>DividingPage</name>
    <message>
        <source>Agency</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>What it reports</source>
        <translation>Chỉ tiêu đơn vị báo cáo</translation>
    </message>
    <message>
        <source>The chosen rows go to</source>
        <translation>Giao các dòng đã chọn cho</translation>
    </message>
    <message>
        <source>Give</source>
        <translation>Giao</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>Tên đơn vị mới</translation>
    </message>
    <message>
        <source>Its English name</source>
        <translation>Tên tiếng Anh</translation>
    </message>
    <message>
        <source>The agency is no more from that day</source>
        <translation>Đơn vị kết thúc hoạt động từ ngày đó</translation>
    </message>
    <message>
        <source>a new agency</source>
        <translation>đơn vị mới thành lập</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>chưa có nơi tiếp nhận</translation>
    </message>
    <message>
        <source>stays where it is</source>
        <translation>giữ nguyên</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Đơn vị tiếp nhận</translation>
    </message>
    <message>
        <source>Type the name first.</source>
        <translation>Gõ tên trước.</translation>
    </message>
</context>
<context>
    <name>DraftStep</name>
    <message>
        <source>Paste (Ctrl+V)</source>
        <translation>Dán (Ctrl+V)</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Làm lại từ đầu</translation>
    </message>
    <message>
        <source>Next guess (F8)</source>
        <translation>Chỗ cần xem tiếp theo (F8)</translation>
    </message>
    <message>
        <source>Enter: correct · Space: it is right · Delete: take out</source>
        <translation>Enter: sửa · Phím cách: đã đúng · Delete: bỏ dòng</translation>
    </message>
    <message>
        <source>✕ to be mended: {count}</source>
        <translation>✕ phải sửa: {count}</translation>
    </message>
    <message>
        <source>? guesses to look at: {count}</source>
        <translation>? cần xem lại: {count}</translation>
    </message>
    <message>
        <source>Nothing is guessed.</source>
        <translation>Không còn chỗ nào phải xem lại.</translation>
    </message>
</context>
<context>
    <name>EarlierFiguresDialog</name>
    <message>
        <source>Earlier figures</source>
        <translation>Số liệu kỳ trước</translation>
    </message>
    <message>
        <source>Totals that were reported before this program was in use. They stand in the tables beside later periods; there are no figures of single agencies behind them, and none is sent to an agency.</source>
        <translation>Số tổng hợp đã báo cáo trước khi dùng phần mềm này. Số liệu hiện trong các biểu, cạnh các kỳ sau; không có số liệu từng đơn vị và không gửi cho đơn vị nào.</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Năm</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ báo cáo</translation>
    </message>
    <message>
        <source>Column of the pasted table</source>
        <translation>Cột của bảng đã dán</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>STT</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị tính</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>To be looked at: Enter corrects it, the space bar says that it is right.</source>
        <translation>Cần xem lại: Enter để sửa, phím cách để xác nhận là đúng.</translation>
    </message>
    <message>
        <source>Figures of the earlier period</source>
        <translation>Số liệu của kỳ trước</translation>
    </message>
    <message>
        <source>Paste (Ctrl+V)</source>
        <translation>Dán (Ctrl+V)</translation>
    </message>
    <message>
        <source>A table with the names of the indicators lands by itself; figures alone fill in downwards.</source>
        <translation>Dán bảng có tên chỉ tiêu thì số tự vào đúng dòng; dán riêng một cột số thì điền từ dòng đang chọn xuống.</translation>
    </message>
    <message>
        <source>Next to look at</source>
        <translation>Dòng cần xem tiếp</translation>
    </message>
    <message>
        <source>column {number}</source>
        <translation>cột {number}</translation>
    </message>
    <message>
        <source>No indicator was found by its name in what lies on the clipboard.</source>
        <translation>Không tìm thấy tên chỉ tiêu nào trong nội dung vừa sao chép.</translation>
    </message>
    <message>
        <source>This period is not over yet.</source>
        <translation>Kỳ này chưa kết thúc.</translation>
    </message>
    <message>
        <source>This period is there already: open its line among the rounds to set it right.</source>
        <translation>Kỳ này đã có: mở dòng của kỳ đó trong danh sách đợt báo cáo để sửa.</translation>
    </message>
    <message>
        <source>figures: {count}</source>
        <translation>số liệu: {count}</translation>
    </message>
    <message>
        <source>✕ to be mended: {count}</source>
        <translation>✕ cần sửa: {count}</translation>
    </message>
    <message>
        <source>? to look at: {count}</source>
        <translation>? cần xem: {count}</translation>
    </message>
    <message>
        <source>Choose a period that is over, set right what is marked, and type the passphrase first.</source>
        <translation>Chọn kỳ đã kết thúc, sửa các chỗ được đánh dấu và nhập mật khẩu trước.</translation>
    </message>
    <message>
        <source>Save the figures</source>
        <translation>Lưu số liệu</translation>
    </message>
</context>
<context>
    <name>EarlierSigns</name>
    <message>
        <source>* with figures of agencies that were taken over</source>
        <translation>* gồm cả số liệu của đơn vị trước sắp xếp</translation>
    </message>
    <message>
        <source>(…) reported otherwise or by others; not compared</source>
        <translation>(…) đơn vị khác báo cáo hoặc tính theo cách khác; không so sánh</translation>
    </message>
    <message>
        <source>Point at the figure, or press Ctrl+H in its row, to see why.</source>
        <translation>Trỏ vào số liệu, hoặc nhấn Ctrl+H tại dòng đó, để xem lý do.</translation>
    </message>
    <message>
        <source>Point at the figure to see why.</source>
        <translation>Trỏ vào số liệu để xem lý do.</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Enter: change</source>
        <translation>Enter: sửa</translation>
    </message>
    <message>
        <source>Enter: groups</source>
        <translation>Enter: nhóm</translation>
    </message>
    <message>
        <source>Space: give to the column · Ctrl+A: the whole column</source>
        <translation>Phím cách: giao cho cột này · Ctrl+A: chọn cả cột</translation>
    </message>
    <message>
        <source>Enter: go there</source>
        <translation>Enter: đến chỗ sửa</translation>
    </message>
    <message>
        <source>Enter: change · Alt+↑ ↓: move</source>
        <translation>Enter: sửa · Alt+↑ ↓: chuyển dòng</translation>
    </message>
    <message>
        <source>Ctrl+Z: undo · Ctrl+Y: redo</source>
        <translation>Ctrl+Z: hoàn tác · Ctrl+Y: làm lại</translation>
    </message>
    <message>
        <source>Name, in Vietnamese</source>
        <translation>Tên tiếng Việt</translation>
    </message>
    <message>
        <source>Name, in English</source>
        <translation>Tên tiếng Anh</translation>
    </message>
    <message>
        <source>Name the edition</source>
        <translation>Đặt tên phiên bản</translation>
    </message>
    <message>
        <source>Against {edition}</source>
        <translation>So với {edition}</translation>
    </message>
    <message>
        <source>The draft and all its steps are thrown away. Rounds that were handed out stay as they are.</source>
        <translation>Bản thảo và mọi thay đổi trong đó sẽ bị bỏ. Các đợt đã phát hành giữ nguyên.</translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation>Bỏ bản thảo</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Giữ lại</translation>
    </message>
</context>
<context>
    <name>EditionPage</name>
    <message>
        <source>Indicators and agencies of the next rounds</source>
        <translation>Bộ chỉ tiêu và đơn vị cho các đợt tới</translation>
    </message>
    <message>
        <source>Indicators are added, retired, reworded and given to others, and agencies merge, divide or end, in a draft: every step is kept at once and can be undone. Rounds that were handed out stay as they are; the draft is used when a new round is opened with it.</source>
        <translation>Thêm, bãi bỏ, sửa tên, giao lại chỉ tiêu; sáp nhập, chia tách, kết thúc đơn vị: tất cả soạn trong một bản thảo, mỗi bước được lưu ngay và hoàn tác được. Các đợt đã phát hành giữ nguyên; bản thảo chỉ được dùng khi mở đợt mới.</translation>
    </message>
    <message>
        <source>Use for a new round…</source>
        <translation>Dùng cho đợt mới…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Làm lại</translation>
    </message>
    <message>
        <source>From Excel ▾</source>
        <translation>Từ Excel ▾</translation>
    </message>
    <message>
        <source>Take in a list of indicators…</source>
        <translation>Nhập danh sách chỉ tiêu…</translation>
    </message>
    <message>
        <source>Take in a list of agencies…</source>
        <translation>Nhập danh sách đơn vị…</translation>
    </message>
    <message>
        <source>Save a form for indicators…</source>
        <translation>Lưu mẫu danh sách chỉ tiêu…</translation>
    </message>
    <message>
        <source>Save a form for agencies…</source>
        <translation>Lưu mẫu danh sách đơn vị…</translation>
    </message>
    <message>
        <source>Draft ▾</source>
        <translation>Bản thảo ▾</translation>
    </message>
    <message>
        <source>Name the edition…</source>
        <translation>Đặt tên phiên bản…</translation>
    </message>
    <message>
        <source>Discard the draft…</source>
        <translation>Bỏ bản thảo…</translation>
    </message>
    <message>
        <source>Parts of the edition</source>
        <translation>Các phần của phiên bản</translation>
    </message>
    <message>
        <source>Areas and tables…</source>
        <translation>Lĩnh vực, biểu…</translation>
    </message>
    <message>
        <source>Make a draft from {edition}</source>
        <translation>Lập bản thảo mới từ {edition}</translation>
    </message>
    <message>
        <source>Draft: {edition}</source>
        <translation>Bản thảo: {edition}</translation>
    </message>
    <message>
        <source>Made from {edition}. Every step is kept at once.</source>
        <translation>Lập từ {edition}. Mỗi bước được lưu ngay.</translation>
    </message>
    <message>
        <source>Changes ({count})</source>
        <translation>Thay đổi ({count})</translation>
    </message>
    <message>
        <source>Check ({count})</source>
        <translation>Kiểm tra ({count})</translation>
    </message>
    <message>
        <source>Mend first what the check finds.</source>
        <translation>Sửa trước các lỗi mà phần kiểm tra nêu.</translation>
    </message>
    <message>
        <source>Table {id}</source>
        <translation>Biểu {id}</translation>
    </message>
    <message>
        <source>Across the tables</source>
        <translation>Chung cho các biểu</translation>
    </message>
    <message>
        <source>Who reports what</source>
        <translation>Giao chỉ tiêu</translation>
    </message>
    <message>
        <source>All rules</source>
        <translation>Mọi quy tắc</translation>
    </message>
    <message>
        <source>Agencies over time</source>
        <translation>Đơn vị qua các năm</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Kiểm tra</translation>
    </message>
</context>
<context>
    <name>EditionWording</name>
    <message>
        <source>one agency&apos;s</source>
        <translation>của một đơn vị</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>cộng</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>bình quân</translation>
    </message>
    <message>
        <source>held by any</source>
        <translation>có đơn vị nào</translation>
    </message>
    <message>
        <source>computed rate</source>
        <translation>tỷ lệ tự tính</translation>
    </message>
    <message>
        <source>must be mended</source>
        <translation>phải sửa</translation>
    </message>
    <message>
        <source>wants an explanation</source>
        <translation>cần giải trình</translation>
    </message>
    <message>
        <source>not larger than another</source>
        <translation>không lớn hơn chỉ tiêu khác</translation>
    </message>
    <message>
        <source>equals the sum of others</source>
        <translation>bằng tổng các chỉ tiêu khác</translation>
    </message>
    <message>
        <source>lies between bounds</source>
        <translation>nằm trong khoảng cho phép</translation>
    </message>
    <message>
        <source>does not jump</source>
        <translation>không tăng giảm đột biến</translation>
    </message>
    <message>
        <source>is not the same again</source>
        <translation>không lặp lại số kỳ trước</translation>
    </message>
</context>
<context>
    <name>EnteredStrips</name>
    <message>
        <source>This says that Home Affairs entered it, but it is not sealed with a key of Home Affairs. It never counts. Ask the agency what it means.</source>
        <translation>Tệp này ghi là do Sở Nội vụ nhập thay, nhưng không được niêm phong bằng khóa của Sở Nội vụ nên không bao giờ được tính. Hãy hỏi lại đơn vị.</translation>
    </message>
    <message>
        <source>✎ Entered on behalf by {by}: {how}, given by {given_by} on {moment}.</source>
        <translation>✎ {by} nhập thay đơn vị: {how}, do {given_by} cung cấp lúc {moment}.</translation>
    </message>
    <message>
        <source>Document: {document}.</source>
        <translation>Văn bản: {document}.</translation>
    </message>
    <message>
        <source>It counts in the totals, marked (**).</source>
        <translation>Số liệu này được cộng vào số tổng hợp, có dấu (**).</translation>
    </message>
    <message>
        <source>Withdrawn: {why}</source>
        <translation>Đã rút: {why}</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>Rút…</translation>
    </message>
    <message>
        <source>Correct the entry…</source>
        <translation>Sửa số liệu nhập thay…</translation>
    </message>
    <message>
        <source>by telephone</source>
        <translation>qua điện thoại</translation>
    </message>
    <message>
        <source>on stamped paper</source>
        <translation>bằng văn bản có dấu</translation>
    </message>
    <message>
        <source>in the Excel form</source>
        <translation>bằng biểu Excel</translation>
    </message>
    <message>
        <source>another way</source>
        <translation>cách khác</translation>
    </message>
    <message>
        <source>Show the entry</source>
        <translation>Xem số liệu nhập thay</translation>
    </message>
    <message>
        <source>Two desks decided differently whether the agency&apos;s own or the entry holds. Decide again.</source>
        <translation>Hai bàn làm việc quyết định khác nhau: một bên lấy tệp của đơn vị, một bên giữ số liệu nhập thay. Hãy quyết định lại.</translation>
    </message>
    <message>
        <source>The agency&apos;s own no. {revision} came after Home Affairs had entered on its behalf. Answers that differ: {differ}. The entry counts until you decide.</source>
        <translation>Lần {revision} của chính đơn vị đến sau khi Sở Nội vụ đã nhập thay. Số chỉ tiêu khác nhau: {differ}. Số liệu nhập thay vẫn được tính cho đến khi anh/chị quyết định.</translation>
    </message>
    <message>
        <source>Show the agency&apos;s file</source>
        <translation>Xem tệp của đơn vị</translation>
    </message>
    <message>
        <source>Use the agency&apos;s file</source>
        <translation>Lấy tệp của đơn vị</translation>
    </message>
    <message>
        <source>Keep the entry</source>
        <translation>Giữ số liệu nhập thay</translation>
    </message>
    <message>
        <source>Decided: the agency&apos;s file is used, not the entry. Answers that differ: {differ}.</source>
        <translation>Đã quyết định: lấy tệp của đơn vị, không lấy số liệu nhập thay. Số chỉ tiêu khác nhau: {differ}.</translation>
    </message>
    <message>
        <source>Decided: the entry is kept, not the agency&apos;s file. Answers that differ: {differ}.</source>
        <translation>Đã quyết định: giữ số liệu nhập thay, không lấy tệp của đơn vị. Số chỉ tiêu khác nhau: {differ}.</translation>
    </message>
</context>
<context>
    <name>Entering</name>
    <message>
        <source>Saving…</source>
        <translation>Đang lưu…</translation>
    </message>
    <message>
        <source>✓ Saved {time}</source>
        <translation>✓ Đã lưu {time}</translation>
    </message>
    <message>
        <source>✕ Not saved</source>
        <translation>✕ Chưa lưu được</translation>
    </message>
</context>
<context>
    <name>EnteringFor</name>
    <message>
        <source>From {file}: {count} answers filled in. Look at them before you seal.</source>
        <translation>Đã điền {count} chỉ tiêu từ {file}. Hãy xem lại trước khi hoàn tất.</translation>
    </message>
    <message>
        <source>Not taken ({count}): {what}</source>
        <translation>Không lấy được ({count}): {what}</translation>
    </message>
    <message>
        <source>Pasted: {count} answers. Look at them before you seal.</source>
        <translation>Đã dán {count} chỉ tiêu. Hãy xem lại trước khi hoàn tất.</translation>
    </message>
    <message>
        <source>Attach a scan</source>
        <translation>Đính kèm bản quét</translation>
    </message>
    <message>
        <source>Say where the figures come from first.</source>
        <translation>Hãy ghi nguồn số liệu trước.</translation>
    </message>
    <message>
        <source>Something that was typed cannot be kept as it stands. Settle it first.</source>
        <translation>Có ô vừa nhập chưa lưu được. Hãy sửa ô đó trước.</translation>
    </message>
    <message>
        <source>Seal what was entered for {agency}</source>
        <translation>Hoàn tất nhập thay {agency}</translation>
    </message>
    <message>
        <source>✓ Entered on behalf of {agency}, no. {revision}</source>
        <translation>✓ Đã nhập thay {agency}, lần {revision}</translation>
    </message>
    <message>
        <source>Throw away what was typed for this agency? What was sealed before stays.</source>
        <translation>Bỏ những gì đang nhập cho đơn vị này? Những gì đã hoàn tất trước đó vẫn giữ nguyên.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Giữ lại</translation>
    </message>
</context>
<context>
    <name>EnteringPage</name>
    <message>
        <source>‹ Back</source>
        <translation>‹ Quay lại</translation>
    </message>
    <message>
        <source>Throw the draft away</source>
        <translation>Bỏ bản đang nhập</translation>
    </message>
    <message>
        <source>Seal the entry…</source>
        <translation>Hoàn tất nhập thay…</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Entering on behalf: {agency}</source>
        <translation>Nhập thay: {agency}</translation>
    </message>
    <message>
        <source>then {count} more forms</source>
        <translation>còn {count} biểu nữa</translation>
    </message>
    <message>
        <source>No. {revision} was entered on {moment}. What you seal now corrects it, as no. {next}; what you leave as it is stays.</source>
        <translation>Đã nhập thay lần {revision} lúc {moment}. Lần {next} sẽ sửa lần trước; ô nào không sửa thì giữ nguyên.</translation>
    </message>
    <message>
        <source>The agency&apos;s own no. {revision} came on {moment}. What you seal now stands in its place until a newer one comes.</source>
        <translation>Lần {revision} của chính đơn vị đã đến lúc {moment}. Số liệu nhập thay sẽ đứng thay cho đến khi đơn vị gửi lần mới.</translation>
    </message>
    <message>
        <source>{done} of {owed} indicators. Blank: {blanks}; errors: {errors}.</source>
        <translation>{done}/{owed} chỉ tiêu. Để trống: {blanks}; lỗi: {errors}.</translation>
    </message>
    <message>
        <source>Nothing was typed yet.</source>
        <translation>Chưa nhập gì.</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Số liệu</translation>
    </message>
</context>
<context>
    <name>EntryHomePage</name>
    <message>
        <source>Data entry only: another machine of your agency finishes and hands in.</source>
        <translation>Chỉ nhập liệu: một máy khác của đơn vị hoàn tất và nộp.</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>Nhập số liệu</translation>
    </message>
    <message>
        <source>{done} of {owed} indicators</source>
        <translation>{done}/{owed} chỉ tiêu</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>Errors: {errors}. Please explain: {open}. Not entered: {blanks}.</source>
        <translation>Lỗi: {errors}. Đề nghị giải trình: {open}. Chưa nhập: {blanks}.</translation>
    </message>
    <message>
        <source>Export areas</source>
        <translation>Xuất lĩnh vực</translation>
    </message>
    <message>
        <source>Export areas…</source>
        <translation>Xuất lĩnh vực…</translation>
    </message>
    <message>
        <source>Open the file on the main desk</source>
        <translation>Mở tệp trên máy chính</translation>
    </message>
    <message>
        <source>By USB stick or internal mail, as often as you like: only what differs is shown there.</source>
        <translation>Chuyển qua USB hoặc thư nội bộ, bao nhiêu lần cũng được: máy chính chỉ hiện những chỗ khác nhau.</translation>
    </message>
    <message>
        <source>Two officers, two machines</source>
        <translation>Hai người nhập trên hai máy</translation>
    </message>
    <message>
        <source>Is this machine to finish and hand in after all?</source>
        <translation>Máy này sẽ hoàn tất và nộp?</translation>
    </message>
    <message>
        <source>Make this the main desk…</source>
        <translation>Chuyển thành máy chính…</translation>
    </message>
    <message>
        <source>Writes one small file for the machine that finishes.</source>
        <translation>Ghi ra một tệp nhỏ cho máy hoàn tất báo cáo.</translation>
    </message>
    <message>
        <source>Last on {moment}: areas {areas}.</source>
        <translation>Lần gần nhất lúc {moment}: lĩnh vực {areas}.</translation>
    </message>
    <message>
        <source>Something has changed since.</source>
        <translation>Từ đó đến nay có thay đổi.</translation>
    </message>
</context>
<context>
    <name>EvidenceTab</name>
    <message>
        <source>Evidence of this indicator</source>
        <translation>Tài liệu kiểm chứng của chỉ tiêu này</translation>
    </message>
    <message>
        <source>Attach…</source>
        <translation>Đính kèm…</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Lưu một bản…</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Gỡ ra</translation>
    </message>
    <message>
        <source>PDF, pictures, Word, Excel. In all {used} of {most} in this report.</source>
        <translation>PDF, ảnh, Word, Excel. Cả báo cáo đã dùng {used} trên {most}.</translation>
    </message>
    <message>
        <source>No evidence is attached here yet.</source>
        <translation>Chưa đính kèm tài liệu nào.</translation>
    </message>
</context>
<context>
    <name>EvidenceViewing</name>
    <message>
        <source>✓ A copy to read was opened: {file}</source>
        <translation>✓ Đã mở bản sao chỉ để đọc: {file}</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Lưu bản sao</translation>
    </message>
    <message>
        <source>✓ Saved to {file}</source>
        <translation>✓ Đã lưu vào {file}</translation>
    </message>
</context>
<context>
    <name>ExcelForm</name>
    <message>
        <source>Read a form back</source>
        <translation>Đọc biểu Excel về</translation>
    </message>
    <message>
        <source>Export the form</source>
        <translation>Xuất biểu Excel</translation>
    </message>
    <message>
        <source>✓ Excel form written: {file}</source>
        <translation>✓ Đã xuất biểu Excel: {file}</translation>
    </message>
    <message>
        <source>What could not be taken: {count}. It stands below the other rows, each with why.</source>
        <translation>{count} nội dung không lấy được. Xem ở cuối danh sách, mỗi dòng có ghi lý do.</translation>
    </message>
    <message>
        <source>From {file}: {count} rows</source>
        <translation>Từ tệp {file}: {count} dòng</translation>
    </message>
</context>
<context>
    <name>ExcelFormDialog</name>
    <message>
        <source>Excel form</source>
        <translation>Biểu Excel</translation>
    </message>
    <message>
        <source>Let a colleague fill in an Excel form</source>
        <translation>Nhờ đồng nghiệp nhập bằng Excel</translation>
    </message>
    <message>
        <source>The form has your agency&apos;s rows, a sheet for each area, with the earlier periods. Your colleague needs only Excel or LibreOffice.</source>
        <translation>Biểu có đúng các dòng của đơn vị, mỗi lĩnh vực một trang tính, kèm số các kỳ trước. Đồng nghiệp chỉ cần có Excel hoặc LibreOffice.</translation>
    </message>
    <message>
        <source>What comes back is shown row by row first. Nothing is written before you have looked at it.</source>
        <translation>Khi đọc về, chương trình cho xem trước từng dòng. Chưa ghi gì khi anh/chị chưa xem.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Read a form back…</source>
        <translation>Đọc biểu về…</translation>
    </message>
    <message>
        <source>Export the form…</source>
        <translation>Xuất biểu…</translation>
    </message>
</context>
<context>
    <name>ExportAreasDialog</name>
    <message>
        <source>Export areas</source>
        <translation>Xuất lĩnh vực</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Xuất</translation>
    </message>
    <message>
        <source>The main desk gets what is entered in the areas that are ticked, and chooses field by field.</source>
        <translation>Máy chính nhận số liệu đã nhập ở các lĩnh vực được đánh dấu và chọn lấy từng ô.</translation>
    </message>
    <message>
        <source>Not finished typing: {count}. These fields do not go out.</source>
        <translation>Đang gõ dở: {count} ô. Các ô này chưa được xuất.</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Entered by</source>
        <translation>Người nhập</translation>
    </message>
    <message>
        <source>Save to</source>
        <translation>Lưu vào</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>Under a name that ends in .zip, for mail that drops other files</source>
        <translation>Đặt đuôi .zip, dùng khi thư điện tử chặn loại tệp lạ</translation>
    </message>
    <message>
        <source>Tick an area and type your name first.</source>
        <translation>Hãy đánh dấu lĩnh vực và nhập họ tên trước.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export the report</source>
        <translation>Xuất báo cáo</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Xuất</translation>
    </message>
    <message>
        <source>Kinds of file</source>
        <translation>Loại tệp</translation>
    </message>
    <message>
        <source>Carry on working meanwhile</source>
        <translation>Làm việc khác trong lúc chờ</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>Name of the files</source>
        <translation>Tên tệp</translation>
    </message>
    <message>
        <source>Reading the figures…</source>
        <translation>Đang đọc số liệu…</translation>
    </message>
    <message>
        <source>{number} of {count}: {file}</source>
        <translation>{number}/{count}: {file}</translation>
    </message>
    <message>
        <source>Something was taken in or decided meanwhile; the report was begun anew with it.</source>
        <translation>Trong lúc xuất có tệp hoặc quyết định mới; báo cáo được lập lại từ đầu với số liệu mới.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written, older files are as they were.</source>
        <translation>Đã dừng. Chưa ghi gì, các tệp cũ còn nguyên.</translation>
    </message>
    <message>
        <source>✓ The report is written.</source>
        <translation>✓ Đã xuất báo cáo.</translation>
    </message>
    <message>
        <source>The figures are those that were closed; the files here do not come to them any more.</source>
        <translation>Báo cáo ghi số liệu đã chốt; từ các tệp đang có không tính lại được đúng các số này.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Already there, will be replaced: {files}</source>
        <translation>Đã có, sẽ được ghi đè: {files}</translation>
    </message>
    <message>
        <source>Nothing counts of this agency in: {rounds}</source>
        <translation>Chưa có số liệu được tính của đơn vị này trong: {rounds}</translation>
    </message>
    <message>
        <source>{round} {received}/{owing}</source>
        <translation>{round} {received}/{owing}</translation>
    </message>
    <message>
        <source>Agencies are missing: {rounds}</source>
        <translation>Còn thiếu đơn vị: {rounds}</translation>
    </message>
    <message>
        <source>{received}/{owing} on the board of {round}: {count} agencies are missing: {names}</source>
        <translation>{round} mới có {received}/{owing} đơn vị, còn thiếu {count}: {names}</translation>
    </message>
    <message>
        <source>Tick a round first.</source>
        <translation>Hãy chọn ít nhất một đợt báo cáo.</translation>
    </message>
    <message>
        <source>Tick a kind of file first.</source>
        <translation>Hãy chọn ít nhất một loại tệp.</translation>
    </message>
    <message>
        <source>Choose a folder and a name first.</source>
        <translation>Hãy chọn thư mục và đặt tên tệp.</translation>
    </message>
</context>
<context>
    <name>ExportedDialog</name>
    <message>
        <source>Exported</source>
        <translation>Đã xuất</translation>
    </message>
    <message>
        <source>The file is ready to hand in</source>
        <translation>Tệp nộp đã sẵn sàng</translation>
    </message>
    <message>
        <source>Your matching code; Home Affairs may ask for it by telephone:</source>
        <translation>Mã đối chiếu của đơn vị; Sở Nội vụ có thể hỏi qua điện thoại:</translation>
    </message>
    <message>
        <source>Your key lies on this machine alone. Save a copy on a USB stick.</source>
        <translation>Khóa của đơn vị chỉ có trên máy này. Hãy lưu bản dự phòng vào USB.</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Lưu một bản…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Mở thư mục</translation>
    </message>
    <message>
        <source>Copy text for the message</source>
        <translation>Chép lời nhắn</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>The head&apos;s matching code, compared in the same call:</source>
        <translation>Mã đối chiếu của thủ trưởng, đối chiếu trong cùng cuộc gọi:</translation>
    </message>
    <message>
        <source>Annex for the letter…</source>
        <translation>Phụ lục công văn…</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Export the report</source>
        <translation>Xuất báo cáo</translation>
    </message>
    <message>
        <source>Exporting {file}: {percent} %</source>
        <translation>Đang xuất {file}: {percent} %</translation>
    </message>
    <message>
        <source>✓ Saved to {file}</source>
        <translation>✓ Đã lưu vào {file}</translation>
    </message>
    <message>
        <source>The figures are those that were closed; the files here do not come to them any more.</source>
        <translation>Báo cáo ghi số liệu đã chốt; từ các tệp đang có không tính lại được đúng các số này.</translation>
    </message>
</context>
<context>
    <name>ExtensionDialog</name>
    <message>
        <source>Extension of the deadline</source>
        <translation>Gia hạn nộp</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>Gia hạn</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} và {count} đơn vị khác</translation>
    </message>
    <message>
        <source>The deadline of the round is {day}.</source>
        <translation>Hạn gửi của đợt báo cáo là {day}.</translation>
    </message>
    <message>
        <source>They may hand in until the end of</source>
        <translation>Được gửi đến hết ngày</translation>
    </message>
    <message>
        <source>for example: no electricity after the storm</source>
        <translation>ví dụ: mất điện sau bão</translation>
    </message>
    <message>
        <source>Why (the agency reads it with its next receipt file)</source>
        <translation>Lý do (đơn vị đọc được khi mở tệp phiếu tiếp nhận kế tiếp)</translation>
    </message>
    <message>
        <source>Take the extension back</source>
        <translation>Thôi gia hạn</translation>
    </message>
    <message>
        <source>no extension</source>
        <translation>không gia hạn</translation>
    </message>
    <message>
        <source>{agency}: two desks decided differently ({days}). The round&apos;s deadline holds until you decide.</source>
        <translation>{agency}: hai bàn làm việc quyết định khác nhau ({days}). Hạn của đợt có hiệu lực cho đến khi anh/chị quyết định.</translation>
    </message>
    <message>
        <source>{agency} has until {day}: {reason}</source>
        <translation>{agency} được gia hạn đến {day}: {reason}</translation>
    </message>
    <message>
        <source>Write why first.</source>
        <translation>Hãy ghi lý do trước.</translation>
    </message>
</context>
<context>
    <name>FieldPanel</name>
    <message>
        <source>What belongs to this field</source>
        <translation>Thông tin kèm theo chỉ tiêu này</translation>
    </message>
    <message>
        <source>Past (Ctrl+H)</source>
        <translation>Lịch sử (Ctrl+H)</translation>
    </message>
    <message>
        <source>Units (Ctrl+D)</source>
        <translation>Chi tiết theo đơn vị (Ctrl+D)</translation>
    </message>
    <message>
        <source>Evidence (Ctrl+E)</source>
        <translation>Tài liệu kiểm chứng (Ctrl+E)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>FigureBox</name>
    <message>
        <source>Which one do you mean?</source>
        <translation>Ý anh/chị là số nào?</translation>
    </message>
</context>
<context>
    <name>FilesBox</name>
    <message>
        <source>Open the folder</source>
        <translation>Mở thư mục</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Open {file}</source>
        <translation>Mở {file}</translation>
    </message>
</context>
<context>
    <name>Filling</name>
    <message>
        <source>Choose the form</source>
        <translation>Chọn biểu</translation>
    </message>
    <message>
        <source>Save the filled form</source>
        <translation>Lưu biểu đã điền</translation>
    </message>
    <message>
        <source>placeholders-{round}.xlsx</source>
        <translation>ma-dien-{round}.xlsx</translation>
    </message>
    <message>
        <source>Save the list of placeholders</source>
        <translation>Lưu danh sách mã điền</translation>
    </message>
</context>
<context>
    <name>FillingDialog</name>
    <message>
        <source>Fill a form</source>
        <translation>Điền biểu</translation>
    </message>
    <message>
        <source>Save the filled form…</source>
        <translation>Lưu biểu đã điền…</translation>
    </message>
    <message>
        <source>A form of the ministry or of anyone else, Excel or Word, in which placeholders such as {example} stand where figures belong. It stays as it is; the filled one is a new file.</source>
        <translation>Biểu Excel hoặc Word của Bộ hay nơi khác, có mã điền dạng {example} ở chỗ cần số liệu. Biểu gốc giữ nguyên; bản đã điền là tệp mới.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Save the list of placeholders…</source>
        <translation>Lưu danh sách mã điền…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Mở thư mục</translation>
    </message>
    <message>
        <source>Choose the form…</source>
        <translation>Chọn biểu…</translation>
    </message>
    <message>
        <source>“This period” in the form</source>
        <translation>“Kỳ này” trong biểu</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Biểu</translation>
    </message>
    <message>
        <source>Placeholders of the form</source>
        <translation>Các mã điền trong biểu</translation>
    </message>
    <message>
        <source>Looking at the form…</source>
        <translation>Đang xem biểu…</translation>
    </message>
    <message>
        <source>Choose the form, or drop it here.</source>
        <translation>Chọn biểu, hoặc thả tệp vào đây.</translation>
    </message>
    <message>
        <source>Filled: {filled} of {all}.</source>
        <translation>Điền được: {filled}/{all}.</translation>
    </message>
    <message>
        <source>The others stay visible in the form: mend them there, or fill them by hand.</source>
        <translation>Mã còn lại giữ nguyên trong biểu: hãy sửa mã, hoặc điền tay.</translation>
    </message>
    <message>
        <source>Placeholder</source>
        <translation>Mã điền</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>Vị trí</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Choose a form with placeholders that can be filled first.</source>
        <translation>Hãy chọn một biểu có mã điền được trước.</translation>
    </message>
    <message>
        <source>✓ Saved to {file}</source>
        <translation>✓ Đã lưu vào {file}</translation>
    </message>
</context>
<context>
    <name>FinishDialog</name>
    <message>
        <source>Finish and export</source>
        <translation>Hoàn tất và xuất tệp nộp</translation>
    </message>
    <message>
        <source>This is the first time here: choose a passphrase. It locks the key that seals your files, so that Home Affairs can tell they are yours.</source>
        <translation>Đây là lần đầu trên máy này: hãy đặt mật khẩu. Mật khẩu giữ khóa xác thực của đơn vị, nhờ đó Sở Nội vụ biết tệp đúng là của đơn vị.</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Prepared by</source>
        <translation>Người lập</translation>
    </message>
    <message>
        <source>Save to</source>
        <translation>Lưu vào</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>This round asks for the head&apos;s approval as well: a second seal, by a key of the head&apos;s own.</source>
        <translation>Đợt này cần thêm xác nhận của thủ trưởng: niêm phong thứ hai bằng khóa riêng của thủ trưởng.</translation>
    </message>
    <message>
        <source>Approved by the head of the agency</source>
        <translation>Thủ trưởng đơn vị xác nhận</translation>
    </message>
    <message>
        <source>With a digital signature? Print the form, have the PDF signed, attach it.</source>
        <translation>Cần chữ ký số? In biểu ra PDF, chuyển văn thư ký số, rồi đính kèm.</translation>
    </message>
    <message>
        <source>Print the form…</source>
        <translation>In biểu…</translation>
    </message>
    <message>
        <source>Attach the signed PDF…</source>
        <translation>Đính kèm PDF đã ký…</translation>
    </message>
    <message>
        <source>Attach the signed PDF</source>
        <translation>Đính kèm PDF đã ký</translation>
    </message>
    <message>
        <source>✓ Printed to {file}. Have it signed, then attach it here or later.</source>
        <translation>✓ Đã in ra {file}. Hãy ký số rồi đính kèm tại đây, lúc này hoặc sau.</translation>
    </message>
    <message>
        <source>{name} (certificate by {issuer})</source>
        <translation>{name} (chứng thư do {issuer} cấp)</translation>
    </message>
    <message>
        <source>{name} (a certificate of no authority)</source>
        <translation>{name} (chứng thư không do cơ quan nào cấp)</translation>
    </message>
    <message>
        <source>✓ The form is attached, signed by {signers}, and agrees with the figures here.</source>
        <translation>✓ Đã đính kèm biểu, người ký: {signers}; khớp với số liệu hiện tại.</translation>
    </message>
    <message>
        <source>Not entered: {count}. They will go out blank, and blank is not zero.</source>
        <translation>Chưa nhập: {count} chỉ tiêu. Các chỉ tiêu này được gửi đi ở dạng trống; trống không phải là 0.</translation>
    </message>
    <message>
        <source>Without an explanation: {count}. Home Affairs will probably ask.</source>
        <translation>Chưa giải trình: {count} điểm. Sở Nội vụ có thể sẽ hỏi lại.</translation>
    </message>
    <message>
        <source>Asked about by Home Affairs, and still as it was: {count}. Answer in figures or words.</source>
        <translation>Sở Nội vụ đã hỏi mà chưa có gì mới: {count} chỉ tiêu. Hãy sửa số liệu hoặc giải trình.</translation>
    </message>
    <message>
        <source>Type your name and the passphrase first.</source>
        <translation>Hãy nhập họ tên và mật khẩu trước.</translation>
    </message>
    <message>
        <source>At the head of the agency</source>
        <translation>Phần của thủ trưởng đơn vị</translation>
    </message>
    <message>
        <source>At the one who prepared it</source>
        <translation>Phần của người lập</translation>
    </message>
    <message>
        <source>Preview…</source>
        <translation>Xem trước…</translation>
    </message>
    <message>
        <source>Nothing has changed since no. {revision}; there is nothing new to export. Only a signed form may still be attached.</source>
        <translation>Không có gì thay đổi so với lần {revision}, nên không có gì mới để xuất. Chỉ có thể đính kèm thêm biểu đã ký số.</translation>
    </message>
    <message>
        <source>This is a correction (no. {next}) of your own. It replaces no. {revision}. Figures corrected: {count}.</source>
        <translation>Đây là bản đính chính (lần {next}), thay cho lần {revision}. Số chỉ tiêu đính chính: {count}.</translation>
    </message>
    <message>
        <source>Nothing has changed.</source>
        <translation>Không có gì thay đổi.</translation>
    </message>
</context>
<context>
    <name>FirstRoundDialog</name>
    <message>
        <source>Set up Home Affairs</source>
        <translation>Thiết lập Sở Nội vụ</translation>
    </message>
    <message>
        <source>The province</source>
        <translation>Tên tỉnh</translation>
    </message>
    <message>
        <source>Who reports</source>
        <translation>Đơn vị báo cáo</translation>
    </message>
    <message>
        <source>What is reported</source>
        <translation>Biểu chỉ tiêu</translation>
    </message>
    <message>
        <source>A second place</source>
        <translation>Nơi lưu thứ hai</translation>
    </message>
    <message>
        <source>You need three things: the province&apos;s name, the list of agencies, and the tables that they fill. Have the official documents open beside this window; Word and Excel will do. Nothing is written before the end.</source>
        <translation>Cần ba thứ: tên tỉnh, danh sách đơn vị và các biểu chỉ tiêu. Hãy mở sẵn văn bản chính thức bằng Word hoặc Excel bên cạnh cửa sổ này. Chưa có gì được ghi cho đến bước cuối.</translation>
    </message>
    <message>
        <source>Province, as it is written in documents</source>
        <translation>Tên tỉnh, như ghi trong văn bản</translation>
    </message>
    <message>
        <source>Workspace file</source>
        <translation>Tệp làm việc</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>Machines die the night before a deadline. Choose a folder on a USB stick that is locked away, or on a colleague&apos;s computer: the program keeps copies of the workspace and its key there by itself. Whoever has such a copy and the files that the agencies sent is back at work in ten minutes.</source>
        <translation>Máy hay hỏng đúng đêm trước hạn. Hãy chọn một thư mục trên USB cất trong tủ khóa, hoặc trên máy của đồng nghiệp: chương trình tự lưu bản sao của tệp làm việc và khóa vào đó. Có bản sao này và các tệp đơn vị đã gửi thì mười phút sau là làm việc lại được.</translation>
    </message>
    <message>
        <source>Second place for workspace and key</source>
        <translation>Nơi lưu thứ hai của tệp làm việc và khóa</translation>
    </message>
    <message>
        <source>It can stay empty for now: the line at the bottom of the desk will ask for it.</source>
        <translation>Có thể để trống lúc này: dòng trạng thái ở cuối màn hình sẽ nhắc lại.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Step {number} of {count}: {title}</source>
        <translation>Bước {number}/{count}: {title}</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Thiết lập</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>This is the first step.</source>
        <translation>Đây là bước đầu tiên.</translation>
    </message>
</context>
<context>
    <name>FollowingUp</name>
    <message>
        <source>reminders-{round}.xlsx</source>
        <translation>don-doc-{round}.xlsx</translation>
    </message>
    <message>
        <source>Save the reminder list</source>
        <translation>Lưu danh sách đôn đốc</translation>
    </message>
    <message>
        <source>✓ Saved to {file}</source>
        <translation>✓ Đã lưu vào {file}</translation>
    </message>
</context>
<context>
    <name>FormHeader</name>
    <message>
        <source>No.</source>
        <translation>STT</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>last year</source>
        <translation>cùng kỳ</translation>
    </message>
    <message>
        <source>previous</source>
        <translation>liền trước</translation>
    </message>
</context>
<context>
    <name>FormPage</name>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
</context>
<context>
    <name>FormRow</name>
    <message>
        <source>not entered</source>
        <translation>chưa nhập</translation>
    </message>
    <message>
        <source>One rate for each block</source>
        <translation>Mỗi khối một tỷ lệ</translation>
    </message>
    <message>
        <source>Add an explanation (F4)</source>
        <translation>Thêm giải trình (F4)</translation>
    </message>
    <message>
        <source>Earlier periods and changes (Ctrl+H)</source>
        <translation>Các kỳ trước và lịch sử thay đổi (Ctrl+H)</translation>
    </message>
    <message>
        <source>by subordinate units</source>
        <translation>chi tiết theo đơn vị trực thuộc</translation>
    </message>
    <message>
        <source>evidence: {count}</source>
        <translation>tài liệu kiểm chứng: {count}</translation>
    </message>
    <message>
        <source>Home Affairs did not ask about this. Write why it changes.</source>
        <translation>Sở Nội vụ không hỏi chỉ tiêu này. Hãy ghi lý do sửa.</translation>
    </message>
    <message>
        <source>Home Affairs asks: {words}</source>
        <translation>Sở Nội vụ hỏi: {words}</translation>
    </message>
    <message>
        <source>Expected: {least} to {most}.</source>
        <translation>Khoảng hợp lý: {least} đến {most}.</translation>
    </message>
    <message>
        <source>Expected: at least {least}.</source>
        <translation>Khoảng hợp lý: từ {least} trở lên.</translation>
    </message>
    <message>
        <source>Expected: at most {most}.</source>
        <translation>Khoảng hợp lý: không quá {most}.</translation>
    </message>
    <message>
        <source>Answer by {day}.</source>
        <translation>Hạn trả lời: {day}.</translation>
    </message>
    <message>
        <source>Not saved yet. It stays here until it is.</source>
        <translation>Chưa lưu được. Nội dung vẫn giữ ở đây cho đến khi lưu xong.</translation>
    </message>
    <message>
        <source>You were typing this when the program stopped. Enter keeps it, Esc takes it back.</source>
        <translation>Nội dung này đang gõ dở khi chương trình dừng. Enter để giữ, Esc để bỏ.</translation>
    </message>
    <message>
        <source>Which one do you mean?</source>
        <translation>Ý anh/chị là số nào?</translation>
    </message>
    <message>
        <source>Is this what you mean?</source>
        <translation>Có phải ý anh/chị là số này?</translation>
    </message>
    <message>
        <source>Typed for an old font ({font})? It would read: {text}</source>
        <translation>Gõ bằng phông chữ cũ ({font})? Chuyển mã sẽ thành: {text}</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>Chuyển mã</translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation>Giữ nguyên</translation>
    </message>
    <message>
        <source>Explanation…</source>
        <translation>Giải trình…</translation>
    </message>
    <message>
        <source>Explanation: {name}</source>
        <translation>Giải trình: {name}</translation>
    </message>
    <message>
        <source>Changed since no. {revision}: {before} → {after}. Write why.</source>
        <translation>Đã sửa so với lần {revision}: {before} → {after}. Hãy ghi lý do.</translation>
    </message>
    <message>
        <source>Corrected since no. {revision}: {before} → {after}.</source>
        <translation>Đính chính so với lần {revision}: {before} → {after}.</translation>
    </message>
    <message>
        <source>Changed since no. {revision}: {before} → {after}. The words below stood there before; write why it changes now.</source>
        <translation>Đã sửa so với lần {revision}: {before} → {after}. Lời ở dưới là lời cũ; hãy ghi vì sao lần này sửa.</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Backups…</source>
        <translation>Sao lưu…</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ẩn</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Tùy chọn…</translation>
    </message>
</context>
<context>
    <name>GroupBoxes</name>
    <message>
        <source>Reports with</source>
        <translation>Báo cáo cùng nhóm</translation>
    </message>
    <message>
        <source>and with a new group called</source>
        <translation>và nhóm mới tên là</translation>
    </message>
</context>
<context>
    <name>GroupWords</name>
    <message>
        <source>every agency</source>
        <translation>mọi đơn vị</translation>
    </message>
    <message>
        <source>departments and sectors</source>
        <translation>các sở, ban, ngành</translation>
    </message>
    <message>
        <source>districts</source>
        <translation>cấp huyện</translation>
    </message>
    <message>
        <source>communes and wards</source>
        <translation>cấp xã</translation>
    </message>
</context>
<context>
    <name>GroupsDialog</name>
    <message>
        <source>Groups of an agency</source>
        <translation>Nhóm của đơn vị</translation>
    </message>
    <message>
        <source>Into the draft</source>
        <translation>Đưa vào bản thảo</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ ngày</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>Guide</source>
        <translation>Hướng dẫn</translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <translation>Trang hướng dẫn</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Quay lại</translation>
    </message>
    <message>
        <source>Nothing found. Try another word.</source>
        <translation>Không tìm thấy. Thử từ khác.</translation>
    </message>
    <message>
        <source>Find in the guide (Ctrl+F)</source>
        <translation>Tìm trong hướng dẫn (Ctrl+F)</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation>Các trang hướng dẫn</translation>
    </message>
    <message>
        <source>To the page before (Alt+Left)</source>
        <translation>Về trang trước (Alt+Trái)</translation>
    </message>
</context>
<context>
    <name>HandedOverDialog</name>
    <message>
        <source>The desk is handed over</source>
        <translation>Đã bàn giao</translation>
    </message>
    <message>
        <source>Print the record…</source>
        <translation>In biên bản…</translation>
    </message>
    <message>
        <source>From the next submission on, “Prepared by” is {name}.</source>
        <translation>Từ tệp nộp sau, “Người lập” là {name}.</translation>
    </message>
    <message>
        <source>From now on this desk is {name}&apos;s.</source>
        <translation>Từ nay bàn làm việc này do {name} phụ trách.</translation>
    </message>
    <message>
        <source>The record lists what was sent, what is still open, the key and the files. Both sign it; it can be printed again later.</source>
        <translation>Biên bản ghi các đợt đã gửi, các đợt còn dở, khóa xác thực và các tệp. Hai bên cùng ký; sau này vẫn in lại được.</translation>
    </message>
    <message>
        <source>Save a copy of the key under the new passphrase on a USB stick.</source>
        <translation>Hãy lưu vào USB một bản dự phòng của khóa theo mật khẩu mới.</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Lưu một bản…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>HandingIn</name>
    <message>
        <source>Print the form</source>
        <translation>In biểu</translation>
    </message>
    <message>
        <source>{agency} sends its report for {round}, no. {revision}: {file}</source>
        <translation>{agency} gửi báo cáo {round}, lần {revision}: {file}</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Lưu một bản</translation>
    </message>
</context>
<context>
    <name>HandingOut</name>
    <message>
        <source>Save the round file</source>
        <translation>Lưu tệp đợt báo cáo</translation>
    </message>
    <message>
        <source>Save receipts</source>
        <translation>Lưu phiếu tiếp nhận</translation>
    </message>
    <message>
        <source>Receipts for all agencies</source>
        <translation>Phiếu tiếp nhận cho mọi đơn vị</translation>
    </message>
    <message>
        <source>✓ Saved to {file}</source>
        <translation>✓ Đã lưu vào {file}</translation>
    </message>
</context>
<context>
    <name>HandingOver</name>
    <message>
        <source>✓ Handed over to {name}</source>
        <translation>✓ Đã bàn giao cho {name}</translation>
    </message>
    <message>
        <source>Print the record</source>
        <translation>In biên bản</translation>
    </message>
    <message>
        <source>✓ The record is in {file}</source>
        <translation>✓ Biên bản ở {file}</translation>
    </message>
</context>
<context>
    <name>HandoverDialog</name>
    <message>
        <source>Hand the desk over</source>
        <translation>Bàn giao cho người khác</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Bàn giao</translation>
    </message>
    <message>
        <source>Figures, history and key stay as they are, and Home Affairs compares nothing anew. The successor chooses a passphrase; the old one opens the key on this machine no more.</source>
        <translation>Số liệu, lịch sử và khóa giữ nguyên, Sở Nội vụ không phải đối chiếu lại. Người nhận đặt mật khẩu mới; mật khẩu cũ không còn mở được khóa trên máy này.</translation>
    </message>
    <message>
        <source>Rounds, files, decisions and key stay as they are, and no agency compares anything anew. The successor chooses a passphrase; the old one opens the key on this machine no more.</source>
        <translation>Các đợt, tệp, quyết định và khóa giữ nguyên, các đơn vị không phải đối chiếu lại. Người nhận đặt mật khẩu mới; mật khẩu cũ không còn mở được khóa trên máy này.</translation>
    </message>
    <message>
        <source>Figures and history stay as they are. There is no key of this program here to hand over.</source>
        <translation>Số liệu và lịch sử giữ nguyên. Trên máy này không có khóa của chương trình để bàn giao.</translation>
    </message>
    <message>
        <source>Who leaves</source>
        <translation>Người giao</translation>
    </message>
    <message>
        <source>Who follows</source>
        <translation>Người nhận</translation>
    </message>
    <message>
        <source>Copies of the key that were made before keep the old passphrase. Hand them over as well, and save a new copy afterwards.</source>
        <translation>Bản dự phòng của khóa đã lưu trước đây vẫn mở bằng mật khẩu cũ. Hãy giao lại cả các bản đó, rồi lưu một bản mới.</translation>
    </message>
    <message>
        <source>Print the last record again…</source>
        <translation>In lại biên bản lần trước…</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Type both names and the passphrases first.</source>
        <translation>Ghi họ tên hai người và gõ mật khẩu trước đã.</translation>
    </message>
    <message>
        <source>Current passphrase</source>
        <translation>Mật khẩu hiện tại</translation>
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message>
        <source>Restore</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>Earlier periods</source>
        <translation>Các kỳ trước</translation>
    </message>
    <message>
        <source>Changes of this answer</source>
        <translation>Các lần thay đổi của câu trả lời này</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ báo cáo</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Lúc</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Thành</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cách nhập</translation>
    </message>
    <message>
        <source>Explanation: {words}</source>
        <translation>Giải trình: {words}</translation>
    </message>
    <message>
        <source>Choose a change in the list first.</source>
        <translation>Chọn một lần thay đổi trong danh sách trước.</translation>
    </message>
    <message>
        <source>Request a correction…</source>
        <translation>Đề nghị đính chính…</translation>
    </message>
    <message>
        <source>Evidence: {title}</source>
        <translation>Tài liệu kiểm chứng: {title}</translation>
    </message>
    <message>
        <source>Choose an earlier period in the list first.</source>
        <translation>Hãy chọn một kỳ trước trong danh sách.</translation>
    </message>
    <message>
        <source>attached</source>
        <translation>đính kèm</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>bỏ ra</translation>
    </message>
    <message>
        <source>Others reported this figure.</source>
        <translation>Số liệu này do đơn vị khác báo cáo.</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>From the clipboard: {count} rows</source>
        <translation>Dán từ bảng tính: {count} dòng</translation>
    </message>
    <message>
        <source>row {row} “{words}”</source>
        <translation>dòng {row} “{words}”</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>và {count} dòng khác</translation>
    </message>
    <message>
        <source>No place here for: {rows}.</source>
        <translation>Không tìm thấy chỗ cho: {rows}.</translation>
    </message>
</context>
<context>
    <name>IndicatorsStep</name>
    <message>
        <source>whole number</source>
        <translation>số nguyên</translation>
    </message>
    <message>
        <source>decimal number</source>
        <translation>số thập phân</translation>
    </message>
    <message>
        <source>rate (%)</source>
        <translation>tỷ lệ (%)</translation>
    </message>
    <message>
        <source>rate, or one per block</source>
        <translation>tỷ lệ, hoặc theo khối</translation>
    </message>
    <message>
        <source>held: x / 0</source>
        <translation>có tổ chức: x / 0</translation>
    </message>
    <message>
        <source>words</source>
        <translation>chữ</translation>
    </message>
    <message>
        <source>over the period</source>
        <translation>trong kỳ</translation>
    </message>
    <message>
        <source>on the day</source>
        <translation>đến ngày chốt</translation>
    </message>
    <message>
        <source>– heading only</source>
        <translation>– chỉ là đề mục</translation>
    </message>
    <message>
        <source>choose who reports</source>
        <translation>chọn đơn vị báo cáo</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>STT</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Cấp</translation>
    </message>
    <message>
        <source>Who reports</source>
        <translation>Đơn vị báo cáo</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị tính</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Cách tính</translation>
    </message>
    <message>
        <source>To be looked at: Enter corrects it, the space bar says that it is right.</source>
        <translation>Cần xem lại: bấm Enter để sửa, bấm phím cách nếu đã đúng.</translation>
    </message>
    <message>
        <source>Copy the tables from Word or Excel with their headings and paste them here, one after the other. Past figures in them only help to tell what kind of figure a row takes; they are not kept.</source>
        <translation>Sao chép lần lượt từng biểu từ Word hoặc Excel, cả dòng tiêu đề cột, rồi dán vào đây. Số liệu cũ trong biểu chỉ giúp nhận ra loại số liệu của từng dòng, không được lưu lại.</translation>
    </message>
    <message>
        <source>Tables of indicators</source>
        <translation>Biểu chỉ tiêu</translation>
    </message>
    <message>
        <source>Start from the template 2021–2024</source>
        <translation>Lấy biểu mẫu 2021–2024</translation>
    </message>
    <message>
        <source>Indicator set {year}</source>
        <translation>Bộ chỉ tiêu {year}</translation>
    </message>
    <message>
        <source>Name of this indicator set</source>
        <translation>Tên bộ chỉ tiêu</translation>
    </message>
    <message>
        <source>Kind of figure</source>
        <translation>Loại số liệu</translation>
    </message>
    <message>
        <source>all agencies</source>
        <translation>tất cả đơn vị</translation>
    </message>
    <message>
        <source>No table was found. Copy it with its headings: No., indicator, who reports.</source>
        <translation>Không thấy biểu nào. Hãy sao chép cả dòng tiêu đề cột: STT, chỉ tiêu, đơn vị báo cáo.</translation>
    </message>
    <message>
        <source>indicators: {count} · tables: {tables}</source>
        <translation>{count} chỉ tiêu · {tables} biểu</translation>
    </message>
</context>
<context>
    <name>IntakeDesk</name>
    <message>
        <source>Choose the folder to watch</source>
        <translation>Chọn thư mục cần theo dõi</translation>
    </message>
</context>
<context>
    <name>IntakePage</name>
    <message>
        <source>Files that came in</source>
        <translation>Các tệp đã đến</translation>
    </message>
    <message>
        <source>Nothing has come in yet</source>
        <translation>Chưa có tệp nào đến</translation>
    </message>
    <message>
        <source>Drop files or whole folders on the window, in any order and any number of times. Each file is listed here with what became of it.</source>
        <translation>Thả tệp hoặc cả thư mục vào cửa sổ, thứ tự nào và bao nhiêu lần cũng được. Mỗi tệp có một dòng ở đây cho biết kết quả.</translation>
    </message>
    <message>
        <source>How far taking in is</source>
        <translation>Tiến độ tiếp nhận</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>The file under way is finished. Those behind it stay outside and can be dropped again.</source>
        <translation>Tệp đang xử lý được làm xong. Các tệp sau đó chưa vào, thả lại lúc nào cũng được.</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>Theo dõi thư mục…</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Chờ xử lý</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Từ chối</translation>
    </message>
    <message>
        <source>Files dropped next came by</source>
        <translation>Tệp thả vào tiếp theo đến qua</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Compare the code…</source>
        <translation>Đối chiếu mã…</translation>
    </message>
    <message>
        <source>Accept provisionally</source>
        <translation>Tạm nhận</translation>
    </message>
    <message>
        <source>Looking through folders…</source>
        <translation>Đang tìm trong thư mục…</translation>
    </message>
    <message>
        <source>Taking in {number} of {count}…</source>
        <translation>Đang tiếp nhận {number}/{count}…</translation>
    </message>
    <message>
        <source>Watched folder:</source>
        <translation>Thư mục đang theo dõi:</translation>
    </message>
    <message>
        <source>What is saved in a watched folder is taken in by itself; nothing there is changed.</source>
        <translation>Tệp lưu vào thư mục được theo dõi sẽ tự động tiếp nhận; thư mục ấy được giữ nguyên.</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Thư mục khác…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Nhận lúc</translation>
    </message>
    <message>
        <source>By way of</source>
        <translation>Đến qua</translation>
    </message>
    <message>
        <source>{agency}, no. {revision}</source>
        <translation>{agency}, lần {revision}</translation>
    </message>
    <message>
        <source>no. {revision} stands in its place</source>
        <translation>đã có lần {revision} thay thế</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>đã thay thế</translation>
    </message>
    <message>
        <source>decided against</source>
        <translation>không chọn</translation>
    </message>
    <message>
        <source>Choose a file that was kept.</source>
        <translation>Hãy chọn một tệp đã được lưu.</translation>
    </message>
    <message>
        <source>Choose a file whose key was not compared yet.</source>
        <translation>Hãy chọn một tệp có khóa chưa đối chiếu.</translation>
    </message>
    <message>
        <source>Enter on behalf…</source>
        <translation>Nhập thay đơn vị…</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Thôi theo dõi</translation>
    </message>
    <message>
        <source>Choose an agency&apos;s file, or an Excel form that was not taken in.</source>
        <translation>Hãy chọn tệp của một đơn vị, hoặc một biểu Excel chưa được tiếp nhận.</translation>
    </message>
    <message>
        <source>(not said)</source>
        <translation>(không ghi)</translation>
    </message>
    <message>
        <source>How what is dropped or chosen next reached the office.</source>
        <translation>Tệp thả vào hoặc chọn tiếp theo đã đến cơ quan bằng cách nào.</translation>
    </message>
    <message>
        <source>When it came…</source>
        <translation>Lúc nhận…</translation>
    </message>
    <message>
        <source>Stopped: {done} files looked at, {left} left outside. Drop them again at any time.</source>
        <translation>Đã dừng: đã xem {done} tệp, còn {left} tệp chưa xem. Thả lại lúc nào cũng được.</translation>
    </message>
    <message>
        <source>Files looked at: {count}</source>
        <translation>Số tệp đã xem: {count}</translation>
    </message>
    <message>
        <source>Corrected: {reason}</source>
        <translation>Đã ghi lại: {reason}</translation>
    </message>
    <message>
        <source>Two desks corrected this differently; the earliest arrival counts.</source>
        <translation>Hai bàn làm việc ghi lại khác nhau; tính theo lúc sớm nhất.</translation>
    </message>
    <message>
        <source>Corrects when, and by which way, it reached the office.</source>
        <translation>Ghi lại tệp đến cơ quan lúc nào, qua đâu.</translation>
    </message>
</context>
<context>
    <name>Issuing</name>
    <message>
        <source>Seal the installer</source>
        <translation>Xác thực bản cài đặt</translation>
    </message>
    <message>
        <source>With this seal the agencies&apos; programs can tell that {file} came from you, and offer it.</source>
        <translation>Nhờ niêm phong này, chương trình ở các đơn vị nhận ra {file} đúng là do Sở gửi và đề nghị cài.</translation>
    </message>
    <message>
        <source>Version {version}, SHA-256 {digest}</source>
        <translation>Phiên bản {version}, SHA-256 {digest}</translation>
    </message>
</context>
<context>
    <name>IssuingDialog</name>
    <message>
        <source>Hand out the round</source>
        <translation>Phát hành đợt báo cáo</translation>
    </message>
    <message>
        <source>Make the folder</source>
        <translation>Tạo thư mục</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>The round is open. Its file goes to every agency.</source>
        <translation>Đã mở đợt. Tệp đợt báo cáo gửi cho mọi đơn vị.</translation>
    </message>
    <message>
        <source>One folder with all that the agencies need for {round}:</source>
        <translation>Một thư mục có đủ những gì đơn vị cần cho đợt {round}:</translation>
    </message>
    <message>
        <source>The round file, also under a .zip name for mail that blocks it: {file}</source>
        <translation>Tệp đợt báo cáo, kèm bản đuôi .zip cho thư điện tử chặn tệp lạ: {file}</translation>
    </message>
    <message>
        <source>The draft letter, with the matching code {code}: {file}</source>
        <translation>Dự thảo công văn, có mã đối chiếu {code}: {file}</translation>
    </message>
    <message>
        <source>A one-page guide in Vietnamese and English: {files}</source>
        <translation>Hướng dẫn một trang, tiếng Việt và tiếng Anh: {files}</translation>
    </message>
    <message>
        <source>Excel forms for {count} agencies: {folder}</source>
        <translation>Biểu Excel của {count} đơn vị: {folder}</translation>
    </message>
    <message>
        <source>The digests of all files: {file}</source>
        <translation>Mã kiểm tra của mọi tệp: {file}</translation>
    </message>
    <message>
        <source>Look in a folder…</source>
        <translation>Tìm trong thư mục…</translation>
    </message>
    <message>
        <source>Make the folder {name} in</source>
        <translation>Tạo thư mục {name} trong</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Mở thư mục</translation>
    </message>
    <message>
        <source>The program: {files}</source>
        <translation>Chương trình: {files}</translation>
    </message>
    <message>
        <source>No installer of the program in {folder}</source>
        <translation>Không có bản cài đặt chương trình trong {folder}</translation>
    </message>
    <message>
        <source>The program: no installer at hand. Agencies that have it already need none.</source>
        <translation>Chương trình: chưa thấy bản cài đặt. Đơn vị đã có chương trình thì không cần.</translation>
    </message>
    <message>
        <source>Making the folder…</source>
        <translation>Đang tạo thư mục…</translation>
    </message>
    <message>
        <source>{number} of {count}: {file}</source>
        <translation>{number}/{count}: {file}</translation>
    </message>
    <message>
        <source>Stopped. Nothing was left behind.</source>
        <translation>Đã dừng. Không để lại tệp nào.</translation>
    </message>
    <message>
        <source>✓ The folder is ready to send.</source>
        <translation>✓ Thư mục đã sẵn sàng để gửi.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Where the folder is made</source>
        <translation>Nơi tạo thư mục</translation>
    </message>
    <message>
        <source>Where the installer lies</source>
        <translation>Nơi có bản cài đặt</translation>
    </message>
    <message>
        <source>Choose where the folder is made first.</source>
        <translation>Chọn nơi tạo thư mục trước.</translation>
    </message>
</context>
<context>
    <name>JoinDialog</name>
    <message>
        <source>Bring two desks together?</source>
        <translation>Gộp hai bàn làm việc?</translation>
    </message>
    <message>
        <source>Bring together</source>
        <translation>Gộp vào</translation>
    </message>
    <message>
        <source>“{file}” is another desk of this office.</source>
        <translation>“{file}” là một bàn làm việc khác của cơ quan.</translation>
    </message>
    <message>
        <source>“{file}” is another desk of this office, where {officer} decides.</source>
        <translation>“{file}” là một bàn làm việc khác của cơ quan, người quyết định là {officer}.</translation>
    </message>
    <message>
        <source>Its newest file or decision is of {moment}.</source>
        <translation>Tệp hoặc quyết định mới nhất: {moment}.</translation>
    </message>
    <message>
        <source>Decisions of the other desk bear no seal: bring together only what your colleague gave you. Their file is read, and not changed.</source>
        <translation>Quyết định của bàn kia không có niêm phong: chỉ gộp tệp do chính đồng nghiệp đưa. Tệp đó chỉ được đọc, không bị sửa.</translation>
    </message>
    <message>
        <source>Open it instead</source>
        <translation>Mở tệp đó</translation>
    </message>
    <message>
        <source>A new agency</source>
        <translation>Đơn vị mới</translation>
    </message>
    <message>
        <source>Into the draft</source>
        <translation>Đưa vào bản thảo</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên đơn vị</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>Tên tiếng Anh</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Người liên hệ</translation>
    </message>
    <message>
        <source>It has always been there: it was only missing here</source>
        <translation>Đơn vị vẫn có từ trước, chỉ thiếu trong danh sách này</translation>
    </message>
    <message>
        <source>There from</source>
        <translation>Hoạt động từ ngày</translation>
    </message>
    <message>
        <source>Type the agency&apos;s name first.</source>
        <translation>Gõ tên đơn vị trước.</translation>
    </message>
</context>
<context>
    <name>JoinedDialog</name>
    <message>
        <source>The desks are brought together</source>
        <translation>Đã gộp hai bàn làm việc</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Give this desk back, so that your colleague has the same.</source>
        <translation>Hãy gửi lại bàn làm việc này để đồng nghiệp có số liệu như ở đây.</translation>
    </message>
    <message>
        <source>Save a copy for your colleague…</source>
        <translation>Lưu bản sao cho đồng nghiệp…</translation>
    </message>
</context>
<context>
    <name>Joining</name>
    <message>
        <source>Save a copy for your colleague</source>
        <translation>Lưu bản sao cho đồng nghiệp</translation>
    </message>
    <message>
        <source>✓ Saved to {file}</source>
        <translation>✓ Đã lưu vào {file}</translation>
    </message>
</context>
<context>
    <name>KeyBox</name>
    <message>
        <source>The key of this program (an electronic seal)</source>
        <translation>Khóa của chương trình (niêm phong điện tử)</translation>
    </message>
    <message>
        <source>Seal with</source>
        <translation>Xác thực bằng</translation>
    </message>
    <message>
        <source>PIN of the token</source>
        <translation>Mã PIN của token</translation>
    </message>
    <message>
        <source>Sign with a token instead (a digital signature)…</source>
        <translation>Ký bằng USB token (chữ ký số)…</translation>
    </message>
    <message>
        <source>No authority issued this certificate; its worth is that of an electronic seal.</source>
        <translation>Chứng thư không do cơ quan nào cấp; chỉ có giá trị như niêm phong điện tử.</translation>
    </message>
    <message>
        <source>An electronic seal: it shows who made the file and that nobody changed it; it is no digital signature.</source>
        <translation>Niêm phong điện tử: chứng tỏ tệp do ai lập và không bị sửa; không phải chữ ký số.</translation>
    </message>
    <message>
        <source>A digital signature; certificate issued by {issuer}.</source>
        <translation>Chữ ký số; chứng thư do {issuer} cấp.</translation>
    </message>
    <message>
        <source>A wrong PIN was typed before: few tries are left before the token locks.</source>
        <translation>Trước đó đã nhập sai PIN: chỉ còn ít lần thử trước khi token bị khóa.</translation>
    </message>
    <message>
        <source>ONE try is left before the token locks. Look the PIN up first.</source>
        <translation>CHỈ CÒN MỘT lần thử trước khi token bị khóa. Hãy xem lại PIN trước.</translation>
    </message>
    <message>
        <source>The token is locked after too many wrong PINs. Its issuer unlocks it.</source>
        <translation>Token đã bị khóa vì nhập sai PIN quá nhiều lần. Nơi cấp sẽ mở khóa.</translation>
    </message>
    <message>
        <source>The token locks after a few wrong PINs.</source>
        <translation>Token tự khóa sau vài lần nhập sai PIN.</translation>
    </message>
</context>
<context>
    <name>KeyDialog</name>
    <message>
        <source>Your key</source>
        <translation>Khóa xác thực</translation>
    </message>
    <message>
        <source>The key that seals your files</source>
        <translation>Khóa xác thực dùng để niêm phong tệp</translation>
    </message>
    <message>
        <source>Its matching code, which the other side compares by telephone:</source>
        <translation>Mã đối chiếu của khóa, bên nhận so qua điện thoại:</translation>
    </message>
    <message>
        <source>There is no key yet; it is made when the first file goes out.</source>
        <translation>Chưa có khóa; khóa được tạo khi xuất tệp lần đầu.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>This program made the key on this machine, and nobody else has it. It gives an electronic seal: proof that a file comes from this desk and was not changed. It is not a digital signature in the sense of the law; where that is asked for, sign with a token or attach the form as a signed PDF.</source>
        <translation>Khóa do chương trình tạo trên máy này, không ai khác có. Khóa cho niêm phong điện tử: chứng tỏ tệp đúng do bàn làm việc này xuất ra và không bị sửa. Đây không phải chữ ký số theo pháp luật; khi cần chữ ký số, hãy ký bằng USB token hoặc đính kèm biểu PDF đã ký số.</translation>
    </message>
    <message>
        <source>Not saved in a second place yet. Put it on a USB stick that is locked away.</source>
        <translation>Chưa lưu bản dự phòng. Hãy lưu vào USB và cất có khóa.</translation>
    </message>
    <message>
        <source>Saved in a second place on {moment}.</source>
        <translation>Đã lưu bản dự phòng lúc {moment}.</translation>
    </message>
    <message>
        <source>Puts the key&apos;s copy back, as after a new computer.</source>
        <translation>Đưa bản dự phòng trở lại, ví dụ sau khi thay máy.</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Khóa mới</translation>
    </message>
    <message>
        <source>Make a new key…</source>
        <translation>Tạo khóa mới…</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Tệp khóa</translation>
    </message>
    <message>
        <source>Use a key file…</source>
        <translation>Dùng tệp khóa…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Bản dự phòng</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Lưu một bản…</translation>
    </message>
    <message>
        <source>Lies in the safe; the next round file names it, so that agencies believe it at once.</source>
        <translation>Cất trong két; tệp đợt báo cáo kế tiếp sẽ nêu tên khóa này để các đơn vị tin ngay khi dùng.</translation>
    </message>
    <message>
        <source>There is one, and round files name it. Another one can be added.</source>
        <translation>Đã có và được nêu trong tệp đợt báo cáo. Có thể tạo thêm.</translation>
    </message>
    <message>
        <source>Reserve key</source>
        <translation>Khóa dự phòng</translation>
    </message>
    <message>
        <source>Make a reserve key…</source>
        <translation>Tạo khóa dự phòng…</translation>
    </message>
    <message>
        <source>A colleague seals as well, with a key of their own; the next round file names it.</source>
        <translation>Đồng nghiệp cùng niêm phong bằng khóa riêng; tệp đợt sau sẽ ghi tên khóa này.</translation>
    </message>
    <message>
        <source>Another signer</source>
        <translation>Người cùng niêm phong</translation>
    </message>
    <message>
        <source>A colleague&apos;s key…</source>
        <translation>Khóa của đồng nghiệp…</translation>
    </message>
    <message>
        <source>For a new machine, or when the key or its passphrase is lost.</source>
        <translation>Khi đổi máy, mất khóa hoặc quên mật khẩu.</translation>
    </message>
</context>
<context>
    <name>KeyKeeping</name>
    <message>
        <source>Save a copy of the key</source>
        <translation>Lưu bản dự phòng của khóa</translation>
    </message>
    <message>
        <source>✓ The key&apos;s copy is in {file}</source>
        <translation>✓ Bản dự phòng của khóa ở {file}</translation>
    </message>
    <message>
        <source>Where the reserve key goes</source>
        <translation>Nơi lưu khóa dự phòng</translation>
    </message>
    <message>
        <source>Where the colleague&apos;s key goes</source>
        <translation>Nơi lưu khóa của đồng nghiệp</translation>
    </message>
    <message>
        <source>✓ The key is ready. Its matching code: {code}</source>
        <translation>✓ Khóa đã sẵn sàng. Mã đối chiếu: {code}</translation>
    </message>
</context>
<context>
    <name>LeavingDialog</name>
    <message>
        <source>An agency takes no part</source>
        <translation>Đơn vị không tham gia</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>Đưa ra khỏi đợt</translation>
    </message>
    <message>
        <source>{agency} alone reports {count} indicators. Choose who stands in for it; single indicators are given to others under “Who reports what”.</source>
        <translation>{agency} là đơn vị duy nhất báo cáo {count} chỉ tiêu. Chọn đơn vị báo cáo thay; muốn giao từng chỉ tiêu cho đơn vị khác thì vào “Giao chỉ tiêu”.</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>chưa chọn</translation>
    </message>
    <message>
        <source>Stands in</source>
        <translation>Đơn vị báo cáo thay</translation>
    </message>
</context>
<context>
    <name>LetterheadRow</name>
    <message>
        <source>Letterhead…</source>
        <translation>Mẫu văn bản…</translation>
    </message>
    <message>
        <source>A Word file (.docx) of the office, in which the report in Word is set</source>
        <translation>Tệp Word (.docx) có tiêu đề riêng của cơ quan, báo cáo Word được lập trên tệp này</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>Bỏ mẫu này</translation>
    </message>
    <message>
        <source>The report in Word has the head that Decree 30/2020/NĐ-CP wants.</source>
        <translation>Báo cáo Word dùng phần đầu theo thể thức Nghị định 30/2020/NĐ-CP.</translation>
    </message>
    <message>
        <source>Letterhead</source>
        <translation>Mẫu văn bản</translation>
    </message>
</context>
<context>
    <name>LineagePage</name>
    <message>
        <source>‹ Back</source>
        <translation>‹ Quay lại</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>Nguồn gốc số liệu</translation>
    </message>
    <message>
        <source>To check it without this program, in the folder of the saved file:</source>
        <translation>Cách kiểm tra không cần phần mềm này, chạy trong thư mục chứa tệp đã lưu:</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Chép</translation>
    </message>
    <message>
        <source>Commands to check the file</source>
        <translation>Lệnh kiểm tra tệp</translation>
    </message>
    <message>
        <source>Signed file: {agency} · no. {revision}</source>
        <translation>Tệp đã ký: {agency} · Lần {revision}</translation>
    </message>
    <message>
        <source>counted in the totals</source>
        <translation>được tính vào số tổng hợp</translation>
    </message>
    <message>
        <source>not counted in the totals</source>
        <translation>không tính vào số tổng hợp</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Người duyệt</translation>
    </message>
    <message>
        <source>Sealed by</source>
        <translation>Người niêm phong</translation>
    </message>
    <message>
        <source>Matching code</source>
        <translation>Mã đối chiếu</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Quyết định</translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation>{count} byte</translation>
    </message>
    <message>
        <source>SHA-256 of the file</source>
        <translation>SHA-256 của tệp</translation>
    </message>
    <message>
        <source>SHA-256 of the submission in it</source>
        <translation>SHA-256 của nội dung nộp</translation>
    </message>
    <message>
        <source>✓ Copied</source>
        <translation>✓ Đã chép</translation>
    </message>
    <message>
        <source>Entered on behalf</source>
        <translation>Nhập thay đơn vị</translation>
    </message>
    <message>
        <source>Save the file…</source>
        <translation>Lưu tệp…</translation>
    </message>
    <message>
        <source>Sealed file: {agency} · no. {revision}</source>
        <translation>Tệp đã niêm phong: {agency} · Lần {revision}</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Mục</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Nội dung</translation>
    </message>
</context>
<context>
    <name>ListTaking</name>
    <message>
        <source>Take in a list</source>
        <translation>Nhập danh sách</translation>
    </message>
    <message>
        <source>agencies.xlsx</source>
        <translation>don-vi.xlsx</translation>
    </message>
    <message>
        <source>indicators.xlsx</source>
        <translation>chi-tieu.xlsx</translation>
    </message>
    <message>
        <source>Save a form</source>
        <translation>Lưu mẫu danh sách</translation>
    </message>
    <message>
        <source>✓ Saved to {file}</source>
        <translation>✓ Đã lưu vào {file}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Open a file</source>
        <translation>Mở tệp</translation>
    </message>
    <message>
        <source>This is a copy from a second place, made on {moment}. Put it on this machine, with its key, and go on from there? The copy itself stays as it is.</source>
        <translation>Đây là bản sao ở nơi lưu thứ hai, lưu lúc {moment}. Đưa bản này cùng khóa về máy này để làm tiếp? Bản sao vẫn giữ nguyên.</translation>
    </message>
    <message>
        <source>Put it on this machine</source>
        <translation>Đưa về máy này</translation>
    </message>
    <message>
        <source>Open it where it lies</source>
        <translation>Mở ngay tại chỗ</translation>
    </message>
    <message>
        <source>What to do…</source>
        <translation>Cách xử lý…</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>Sao lưu…</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>Area</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>Type part of an indicator</source>
        <translation>Gõ một phần tên chỉ tiêu</translation>
    </message>
    <message>
        <source>Only what nobody reports</source>
        <translation>Chỉ dòng chưa có đơn vị báo cáo</translation>
    </message>
    <message>
        <source>Who reports what</source>
        <translation>Giao chỉ tiêu</translation>
    </message>
    <message>
        <source>Type less, choose all areas, or untick “Only what nobody reports”.</source>
        <translation>Gõ ít chữ hơn, chọn “mọi lĩnh vực”, hoặc bỏ dấu ở “Chỉ dòng chưa có đơn vị báo cáo”.</translation>
    </message>
    <message>
        <source>Nothing is found</source>
        <translation>Không tìm thấy</translation>
    </message>
    <message>
        <source>Somebody reports everything</source>
        <translation>Chỉ tiêu nào cũng có đơn vị báo cáo</translation>
    </message>
    <message>
        <source>There is no indicator that nobody reports.</source>
        <translation>Không còn chỉ tiêu nào chưa giao.</translation>
    </message>
    <message>
        <source>● reports it · ◦ is in the group that does. The space bar gives the chosen cells&apos; rows to the column.</source>
        <translation>● báo cáo · ◦ thuộc nhóm báo cáo. Phím cách giao các dòng đang chọn cho cột đó.</translation>
    </message>
    <message>
        <source>The chosen rows are reported by</source>
        <translation>Các dòng đã chọn do</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Giao</translation>
    </message>
    <message>
        <source>all areas</source>
        <translation>mọi lĩnh vực</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>STT</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>Đơn vị khác</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>chưa có đơn vị nào</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>All files</source>
        <translation>Tất cả tệp</translation>
    </message>
</context>
<context>
    <name>NamesDialog</name>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Type the name first.</source>
        <translation>Gõ tên trước.</translation>
    </message>
</context>
<context>
    <name>NarrativeBox</name>
    <message>
        <source>In words (goes into the annex and the provincial report)</source>
        <translation>Thuyết minh (đưa vào phụ lục và báo cáo của tỉnh)</translation>
    </message>
    <message>
        <source>Results, difficulties, proposals of this area, if there is more to say.</source>
        <translation>Kết quả, khó khăn, kiến nghị của lĩnh vực này, nếu cần nói thêm.</translation>
    </message>
    <message>
        <source>Too long by {count} characters; not saved before it is shorter.</source>
        <translation>Dài quá {count} ký tự; chỉ lưu khi rút gọn.</translation>
    </message>
</context>
<context>
    <name>NewRowDialog</name>
    <message>
        <source>A new row</source>
        <translation>Dòng mới</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Only a heading: nothing is asked in this row</source>
        <translation>Chỉ là dòng tiêu đề, không hỏi số liệu</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Vị trí</translation>
    </message>
    <message>
        <source>behind “{row}”</source>
        <translation>sau “{row}”</translation>
    </message>
    <message>
        <source>within “{row}”</source>
        <translation>trong “{row}”</translation>
    </message>
    <message>
        <source>at the end</source>
        <translation>cuối biểu</translation>
    </message>
    <message>
        <source>Name, in Vietnamese</source>
        <translation>Tên tiếng Việt</translation>
    </message>
    <message>
        <source>Name, in English</source>
        <translation>Tên tiếng Anh</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số thứ tự</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Cách tính</translation>
    </message>
    <message>
        <source>Kind of figure</source>
        <translation>Loại số liệu</translation>
    </message>
    <message>
        <source>Unit, in Vietnamese</source>
        <translation>Đơn vị tính tiếng Việt</translation>
    </message>
    <message>
        <source>Unit, in English</source>
        <translation>Đơn vị tính tiếng Anh</translation>
    </message>
    <message>
        <source>Reported by</source>
        <translation>Đơn vị báo cáo</translation>
    </message>
    <message>
        <source>Type the name first.</source>
        <translation>Gõ tên trước.</translation>
    </message>
</context>
<context>
    <name>OfficeDesk</name>
    <message>
        <source>Drop files or folders here · Enter: open · Ctrl+O: take in · F5: read anew</source>
        <translation>Thả tệp hoặc thư mục vào đây · Enter: mở · Ctrl+O: tiếp nhận · F5: đọc lại</translation>
    </message>
    <message>
        <source>No round yet</source>
        <translation>Chưa có đợt báo cáo</translation>
    </message>
    <message>
        <source>Open the first round, then send its file to every agency. What comes back is dropped here.</source>
        <translation>Hãy mở đợt đầu tiên rồi gửi tệp của đợt cho mọi đơn vị. Tệp các đơn vị gửi về được thả vào đây.</translation>
    </message>
    <message>
        <source>Open a new round…</source>
        <translation>Mở đợt mới…</translation>
    </message>
    <message>
        <source>Trial run first…</source>
        <translation>Chạy thử trước…</translation>
    </message>
    <message>
        <source>Earlier figures…</source>
        <translation>Số liệu kỳ trước…</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Bảng theo dõi</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Chờ xử lý</translation>
    </message>
    <message>
        <source>Consolidation</source>
        <translation>Tổng hợp</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Đợt báo cáo</translation>
    </message>
    <message>
        <source>Agencies and keys</source>
        <translation>Đơn vị và khóa</translation>
    </message>
    <message>
        <source>Export the report ▾</source>
        <translation>Xuất báo cáo ▾</translation>
    </message>
    <message>
        <source>Take in files…</source>
        <translation>Tiếp nhận tệp…</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>Bàn giao…</translation>
    </message>
    <message>
        <source>Home Affairs</source>
        <translation>Sở Nội vụ</translation>
    </message>
    <message>
        <source>{count} agencies · due {day} · {catalogue}</source>
        <translation>{count} đơn vị · hạn {day} · {catalogue}</translation>
    </message>
    <message>
        <source>received {received}/{count}</source>
        <translation>đã nhận {received}/{count}</translation>
    </message>
    <message>
        <source>Nothing was received from this agency yet.</source>
        <translation>Đơn vị này chưa gửi gì.</translation>
    </message>
    <message>
        <source>Take in files</source>
        <translation>Tiếp nhận tệp</translation>
    </message>
    <message>
        <source>code not compared: {count}</source>
        <translation>chưa đối chiếu: {count}</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>overdue: {count}</source>
        <translation>quá hạn: {count}</translation>
    </message>
    <message>
        <source>entered on behalf: {count}</source>
        <translation>nhập thay: {count}</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Quyết định</translation>
    </message>
    <message>
        <source>✓ All submissions of this list that count are reviewed.</source>
        <translation>✓ Đã rà soát hết các tệp được tính trong danh sách này.</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>So sánh</translation>
    </message>
    <message>
        <source>Fill a form…</source>
        <translation>Điền biểu…</translation>
    </message>
    <message>
        <source>Check a report…</source>
        <translation>Kiểm tra báo cáo…</translation>
    </message>
    <message>
        <source>Indicators, agencies</source>
        <translation>Bộ chỉ tiêu, đơn vị</translation>
    </message>
</context>
<context>
    <name>OfficeWays</name>
    <message>
        <source>Enter: save the file · Esc: back to the submission</source>
        <translation>Enter: lưu tệp · Esc: về tệp nộp</translation>
    </message>
    <message>
        <source>Enter, L: the file it came in</source>
        <translation>Enter, L: tệp nộp chứa số liệu này</translation>
    </message>
    <message>
        <source>D: decide</source>
        <translation>D: xử lý</translation>
    </message>
    <message>
        <source>N, P: next, previous share</source>
        <translation>N, P: đơn vị sau, trước</translation>
    </message>
    <message>
        <source>N, P: next, previous</source>
        <translation>N, P: tiếp, trước</translation>
    </message>
    <message>
        <source>Esc: back to the shares</source>
        <translation>Esc: về số liệu các đơn vị</translation>
    </message>
    <message>
        <source>Esc: back to the list</source>
        <translation>Esc: về danh sách</translation>
    </message>
    <message>
        <source>A: accept</source>
        <translation>A: chấp nhận</translation>
    </message>
    <message>
        <source>R: return</source>
        <translation>R: trả lại</translation>
    </message>
    <message>
        <source>Enter: details</source>
        <translation>Enter: chi tiết</translation>
    </message>
    <message>
        <source>E: files</source>
        <translation>E: tài liệu</translation>
    </message>
    <message>
        <source>↑ ↓, space: choose · Ctrl+Enter: decide · Esc: back</source>
        <translation>↑ ↓, phím cách: chọn · Ctrl+Enter: quyết định · Esc: quay lại</translation>
    </message>
    <message>
        <source>Enter, arrows: next field · F4: explanation · Ctrl+Enter: seal</source>
        <translation>Enter, mũi tên: ô tiếp theo · F4: giải trình · Ctrl+Enter: hoàn tất</translation>
    </message>
</context>
<context>
    <name>OfficerDialog</name>
    <message>
        <source>Who decides at this desk?</source>
        <translation>Ai quyết định tại bàn làm việc này?</translation>
    </message>
    <message>
        <source>Your full name stands beside every decision you make here, with its time and reason. A colleague who brings this desk together with theirs reads it too.</source>
        <translation>Họ và tên anh/chị được ghi cạnh mỗi quyết định tại đây, kèm thời gian và lý do. Đồng nghiệp gộp bàn làm việc này với bàn của họ cũng đọc được.</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
</context>
<context>
    <name>OutliersPage</name>
    <message>
        <source>Round</source>
        <translation>Đợt báo cáo</translation>
    </message>
    <message>
        <source>Figures that stand out</source>
        <translation>Số liệu khác thường</translation>
    </message>
    <message>
        <source>Each figure is held against the agency&apos;s own earlier ones (at least {rounds}) and against its group (at least {peers} others). Nothing is held up by it: look at the submission and ask where needed.</source>
        <translation>Mỗi số liệu được đối chiếu với các kỳ trước của chính đơn vị (ít nhất {rounds} kỳ) và với các đơn vị cùng nhóm (ít nhất {peers} đơn vị khác). Không số liệu nào bị chặn: hãy mở tệp nộp và hỏi lại khi cần.</translation>
    </message>
    <message>
        <source>No figure stands out</source>
        <translation>Không có số liệu khác thường</translation>
    </message>
    <message>
        <source>Figures far from what an agency, or its group, usually reports will be listed here.</source>
        <translation>Số liệu khác xa mức thường gặp của đơn vị hoặc của các đơn vị cùng nhóm sẽ được liệt kê ở đây.</translation>
    </message>
    <message>
        <source>Open the submission</source>
        <translation>Mở tệp nộp</translation>
    </message>
    <message>
        <source>Show in the table</source>
        <translation>Xem trong biểu</translation>
    </message>
    <message>
        <source>Charts…</source>
        <translation>Biểu đồ…</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Weight in the total</source>
        <translation>Lệch so với tổng</translation>
    </message>
    <message>
        <source>The agency&apos;s explanation</source>
        <translation>Giải trình của đơn vị</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Quay lại</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>STT</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>Usually</source>
        <translation>Thường là</translation>
    </message>
</context>
<context>
    <name>PartExportedDialog</name>
    <message>
        <source>Exported</source>
        <translation>Đã xuất</translation>
    </message>
    <message>
        <source>The file is ready for the main desk</source>
        <translation>Tệp đã sẵn sàng để chuyển cho máy chính</translation>
    </message>
    <message>
        <source>Take it to the machine that finishes, by USB stick or internal mail, and open it there. It is no submission: do not send it to Home Affairs.</source>
        <translation>Chuyển tệp sang máy hoàn tất báo cáo qua USB hoặc thư nội bộ rồi mở ở đó. Đây không phải tệp nộp, không gửi cho Sở Nội vụ.</translation>
    </message>
    <message>
        <source>Too large for this file, take it along yourself: {names}.</source>
        <translation>Quá lớn nên không kèm trong tệp, cần tự chép sang máy chính: {names}.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Mở thư mục</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>PartModel</name>
    <message>
        <source>No.</source>
        <translation>STT</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Máy này</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Trong tệp</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Differ: {count}. The same: {same}.</source>
        <translation>Khác: {count}. Giống: {same}.</translation>
    </message>
    <message>
        <source>Words of this area</source>
        <translation>Thuyết minh của lĩnh vực</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>tài liệu kiểm chứng</translation>
    </message>
    <message>
        <source>Both have entered this: choose.</source>
        <translation>Hai bên đều đã nhập, cần chọn.</translation>
    </message>
    <message>
        <source>Their explanation: {words}</source>
        <translation>Giải trình trong tệp: {words}</translation>
    </message>
    <message>
        <source>Explanation here: {words}</source>
        <translation>Giải trình ở máy này: {words}</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
</context>
<context>
    <name>PartPage</name>
    <message>
        <source>What differs</source>
        <translation>Những chỗ khác nhau</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Chọn tất cả</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>Bỏ chọn tất cả</translation>
    </message>
    <message>
        <source>Leave all as it is</source>
        <translation>Giữ nguyên tất cả</translation>
    </message>
    <message>
        <source>Data-entry file of {officer}, {moment} · areas {areas}</source>
        <translation>Tệp nhập liệu của {officer}, {moment} · lĩnh vực {areas}</translation>
    </message>
    <message>
        <source>Differ: {count}. The same already: {same}. Nothing is written yet: what is blank here is ticked; where both have entered something, you choose (space bar).</source>
        <translation>Khác: {count}. Đã giống: {same}. Chưa ghi gì cả: ô còn trống ở máy này được đánh dấu sẵn; ô hai bên đều đã nhập thì tự chọn (phím cách).</translation>
    </message>
    <message>
        <source>Nothing differs: all {same} fields of this file stand here already.</source>
        <translation>Không có gì khác: cả {same} ô trong tệp đều đã có ở máy này.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>This file answers an older issue of the round. What is asked otherwise now is left out.</source>
        <translation>Tệp này theo bản cũ của đợt báo cáo. Những chỗ nay được hỏi khác đi thì không lấy.</translation>
    </message>
    <message>
        <source>No place here for: {names}.</source>
        <translation>Ở đây không có chỗ cho: {names}.</translation>
    </message>
    <message>
        <source>Too large for this file, attach it here yourself: {names}.</source>
        <translation>Quá lớn nên không kèm trong tệp, cần tự đính kèm ở đây: {names}.</translation>
    </message>
</context>
<context>
    <name>PassphraseBox</name>
    <message>
        <source>Passphrase</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Mật khẩu mới</translation>
    </message>
    <message>
        <source>Passphrase once more</source>
        <translation>Nhập lại mật khẩu</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Nhập lại</translation>
    </message>
    <message>
        <source>Show what I type</source>
        <translation>Hiện chữ đang gõ</translation>
    </message>
    <message>
        <source>Use letters without diacritics: typing tools write them differently from time to time.</source>
        <translation>Nên dùng chữ không dấu: bộ gõ có lúc ghi chữ có dấu khác nhau.</translation>
    </message>
    <message>
        <source>The two lines differ.</source>
        <translation>Hai dòng không giống nhau.</translation>
    </message>
    <message>
        <source>At least {count} characters. Nobody can recover it for you.</source>
        <translation>Ít nhất {count} ký tự. Không ai lấy lại được mật khẩu giúp anh/chị.</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Seal and save</source>
        <translation>Xác thực và lưu</translation>
    </message>
</context>
<context>
    <name>PeriodPage</name>
    <message>
        <source>first quarter</source>
        <translation>quý I</translation>
    </message>
    <message>
        <source>first six months</source>
        <translation>6 tháng đầu năm</translation>
    </message>
    <message>
        <source>third quarter</source>
        <translation>quý III</translation>
    </message>
    <message>
        <source>first nine months</source>
        <translation>9 tháng đầu năm</translation>
    </message>
    <message>
        <source>whole year</source>
        <translation>cả năm</translation>
    </message>
    <message>
        <source>another span</source>
        <translation>khoảng thời gian khác</translation>
    </message>
    <message>
        <source>figures add up from the year&apos;s start</source>
        <translation>lũy kế từ đầu năm</translation>
    </message>
    <message>
        <source>figures of this span alone</source>
        <translation>chỉ phát sinh trong kỳ</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Năm</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ báo cáo</translation>
    </message>
    <message>
        <source>Name of the round</source>
        <translation>Tên đợt báo cáo</translation>
    </message>
    <message>
        <source>Its English name</source>
        <translation>Tên tiếng Anh của đợt</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Đến ngày</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Cách tính số liệu</translation>
    </message>
    <message>
        <source>Deadline for agencies</source>
        <translation>Hạn gửi của đơn vị</translation>
    </message>
    <message>
        <source>A correction stays with its round.</source>
        <translation>Điều chỉnh không đổi kỳ báo cáo của đợt.</translation>
    </message>
    <message>
        <source>A usual period has its own name.</source>
        <translation>Kỳ báo cáo định kỳ có sẵn tên.</translation>
    </message>
</context>
<context>
    <name>PhrasesDialog</name>
    <message>
        <source>Stock phrases</source>
        <translation>Câu mẫu</translation>
    </message>
    <message>
        <source>In this order they are offered. The first nine have their number as a key.</source>
        <translation>Câu mẫu hiện theo thứ tự này. Chín câu đầu chọn được bằng phím số.</translation>
    </message>
    <message>
        <source>Add (Insert)</source>
        <translation>Thêm (Insert)</translation>
    </message>
    <message>
        <source>Up (Alt+↑)</source>
        <translation>Lên (Alt+↑)</translation>
    </message>
    <message>
        <source>Down (Alt+↓)</source>
        <translation>Xuống (Alt+↓)</translation>
    </message>
    <message>
        <source>Remove (Delete)</source>
        <translation>Bỏ (Delete)</translation>
    </message>
    <message>
        <source>Words of the phrase that is chosen (Enter)</source>
        <translation>Nội dung câu đang chọn (Enter)</translation>
    </message>
    <message>
        <source>Choose a phrase first.</source>
        <translation>Chọn một câu trước.</translation>
    </message>
    <message>
        <source>There can be {most} phrases.</source>
        <translation>Chỉ lưu được {most} câu mẫu.</translation>
    </message>
    <message>
        <source>It is the first already.</source>
        <translation>Câu này đã ở đầu.</translation>
    </message>
    <message>
        <source>It is the last already.</source>
        <translation>Câu này đã ở cuối.</translation>
    </message>
    <message>
        <source>Save the phrases</source>
        <translation>Lưu câu mẫu</translation>
    </message>
</context>
<context>
    <name>Phrasing</name>
    <message>
        <source>Stock phrases ({keys})</source>
        <translation>Câu mẫu ({keys})</translation>
    </message>
    <message>
        <source>Stock phrases for: {name}</source>
        <translation>Câu mẫu cho: {name}</translation>
    </message>
    <message>
        <source>Stock phrases</source>
        <translation>Câu mẫu</translation>
    </message>
    <message>
        <source>Keep what is written here as a phrase</source>
        <translation>Lưu nội dung đang viết thành câu mẫu</translation>
    </message>
    <message>
        <source>Change the phrases…</source>
        <translation>Sửa câu mẫu…</translation>
    </message>
    <message>
        <source>Stock phrases ▾</source>
        <translation>Câu mẫu ▾</translation>
    </message>
</context>
<context>
    <name>PileButtons</name>
    <message>
        <source>Compare many codes…</source>
        <translation>Đối chiếu nhiều mã…</translation>
    </message>
    <message>
        <source>Accept all provisionally ({count})…</source>
        <translation>Tạm nhận tất cả ({count})…</translation>
    </message>
    <message>
        <source>Accept all provisionally…</source>
        <translation>Tạm nhận tất cả…</translation>
    </message>
    <message>
        <source>No submission waits for its key alone.</source>
        <translation>Không có tệp nộp nào chỉ còn chờ đối chiếu khóa.</translation>
    </message>
    <message>
        <source>Every key of this round has been compared.</source>
        <translation>Mọi khóa của đợt này đã được đối chiếu.</translation>
    </message>
</context>
<context>
    <name>PlaceBar</name>
    <message>
        <source>‹ Previous ({key})</source>
        <translation>‹ Trước ({key})</translation>
    </message>
    <message>
        <source>Next ({key}) ›</source>
        <translation>Tiếp ({key}) ›</translation>
    </message>
    <message>
        <source>{place} of {count} that wait</source>
        <translation>{place} trong {count} tệp chờ xử lý</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} trong {count}</translation>
    </message>
    <message>
        <source>This is the first one.</source>
        <translation>Đây là tệp đầu tiên.</translation>
    </message>
    <message>
        <source>This is the last one.</source>
        <translation>Đây là tệp cuối cùng.</translation>
    </message>
</context>
<context>
    <name>PreviewModel</name>
    <message>
        <source>No.</source>
        <translation>STT</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Hiện có</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Sẽ ghi</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Not among your indicators.</source>
        <translation>Không thuộc chỉ tiêu của đơn vị.</translation>
    </message>
    <message>
        <source>Which one is meant? Press Enter.</source>
        <translation>Hiểu theo cách nào? Nhấn Enter để chọn.</translation>
    </message>
    <message>
        <source>Stands like this already.</source>
        <translation>Đã đúng như vậy.</translation>
    </message>
    <message>
        <source>Replaces the answer that stands.</source>
        <translation>Thay số đang có.</translation>
    </message>
    <message>
        <source>Explanation: {words}</source>
        <translation>Giải trình: {words}</translation>
    </message>
    <message>
        <source>Computed from its two parts; what stands here is not taken.</source>
        <translation>Tự tính từ tử số và mẫu số; số ghi ở đây không được lấy.</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>Nothing is written yet. Take the tick off what should stay as it is (space bar).</source>
        <translation>Chưa ghi gì cả. Bỏ dấu chọn ở dòng muốn giữ nguyên (phím cách).</translation>
    </message>
    <message>
        <source>What would be written</source>
        <translation>Những gì sẽ được ghi</translation>
    </message>
    <message>
        <source>Leave all as it is</source>
        <translation>Giữ nguyên tất cả</translation>
    </message>
    <message>
        <source>The figures stand in column</source>
        <translation>Số liệu nằm ở cột</translation>
    </message>
    <message>
        <source>Numbers are written</source>
        <translation>Cách viết số</translation>
    </message>
    <message>
        <source>ask for each</source>
        <translation>hỏi từng số</translation>
    </message>
</context>
<context>
    <name>PrintPreview</name>
    <message>
        <source>Print preview</source>
        <translation>Xem trước khi in</translation>
    </message>
    <message>
        <source>Pages as they are printed</source>
        <translation>Các trang như khi in</translation>
    </message>
    <message>
        <source>‹ Page</source>
        <translation>‹ Trang</translation>
    </message>
    <message>
        <source>Page ›</source>
        <translation>Trang ›</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Phóng to</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Thu nhỏ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>In…</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>Trang {page}/{count}</translation>
    </message>
</context>
<context>
    <name>ProblemsView</name>
    <message>
        <source>What the check finds</source>
        <translation>Kết quả kiểm tra</translation>
    </message>
    <message>
        <source>Nothing to mend</source>
        <translation>Không có gì phải sửa</translation>
    </message>
    <message>
        <source>Every row is reached, every rule names what is there, and somebody reports every indicator. The draft can be used for a new round.</source>
        <translation>Dòng nào cũng in được, quy tắc nào cũng dùng chỉ tiêu đang có, chỉ tiêu nào cũng có đơn vị báo cáo. Có thể dùng bản thảo cho đợt mới.</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Đến chỗ sửa</translation>
    </message>
    <message>
        <source>To be mended before the draft is used: {errors} · worth a look: {others}</source>
        <translation>Phải sửa trước khi dùng: {errors} · nên xem lại: {others}</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Vấn đề</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Ở đâu</translation>
    </message>
</context>
<context>
    <name>ProvisionalDialog</name>
    <message>
        <source>Accept {count} submissions of {agencies} agencies provisionally?</source>
        <translation>Tạm nhận {count} tệp nộp của {agencies} đơn vị?</translation>
    </message>
    <message>
        <source>Accept {count} provisionally</source>
        <translation>Tạm nhận {count} tệp</translation>
    </message>
    <message>
        <source>Nobody has compared their matching codes yet. They count in the totals from now on, and everything that rests on them is marked {sign}, “code not compared”, until the code of each is compared. A code that differs later puts its submission aside again.</source>
        <translation>Các tệp này chưa đối chiếu mã. Từ nay số liệu được tính vào tổng hợp, và mọi số dựa vào đó được đánh dấu {sign}, “chưa đối chiếu”, cho đến khi đối chiếu từng mã. Sau này mã nào khác thì tệp lại được để riêng.</translation>
    </message>
    <message>
        <source>Why now (may stay empty)</source>
        <translation>Lý do tạm nhận (có thể để trống)</translation>
    </message>
</context>
<context>
    <name>PutBackDialog</name>
    <message>
        <source>Put the desk of {agency} back</source>
        <translation>Khôi phục bàn làm việc của {agency}</translation>
    </message>
    <message>
        <source>Put the desk back</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>nothing accepted yet</source>
        <translation>chưa tiếp nhận lần nào</translation>
    </message>
    <message>
        <source>as accepted with no. {revision}</source>
        <translation>như đã tiếp nhận ở lần {revision}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>và {count} đợt khác</translation>
    </message>
    <message>
        <source>Older rounds had no room in the file: {count}. They stay at Home Affairs.</source>
        <translation>Số đợt cũ không đủ chỗ trong tệp: {count}. Số liệu các đợt đó vẫn ở Sở Nội vụ.</translation>
    </message>
    <message>
        <source>Recovery file of {office}, {province}, written {moment}. Its matching code, to compare by telephone:</source>
        <translation>Tệp khôi phục của {office}, {province}, lập lúc {moment}. Mã đối chiếu, xác nhận qua điện thoại:</translation>
    </message>
    <message>
        <source>What was typed after that must be typed again. The next export makes a new key; Home Affairs compares its code with you by telephone once.</source>
        <translation>Những gì nhập sau đó phải nhập lại. Lần xuất tệp tới, chương trình tạo khóa mới; Sở Nội vụ gọi điện đối chiếu mã một lần.</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Tệp làm việc</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Thư mục khác…</translation>
    </message>
    <message>
        <source>There is a workspace of this agency already. Nothing is overwritten.</source>
        <translation>Ở đây đã có tệp làm việc của đơn vị này. Chương trình không ghi đè.</translation>
    </message>
    <message>
        <source>Where the workspace goes</source>
        <translation>Nơi lưu tệp làm việc</translation>
    </message>
    <message>
        <source>Open the workspace that is there, or choose another folder.</source>
        <translation>Hãy mở tệp làm việc đang có, hoặc chọn thư mục khác.</translation>
    </message>
</context>
<context>
    <name>QuestionDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>RateRow</name>
    <message>
        <source>= computed</source>
        <translation>= tự tính</translation>
    </message>
    <message>
        <source>Computed from its two parts. There is nothing to enter here.</source>
        <translation>Tự tính từ tử số và mẫu số, không phải nhập ở đây.</translation>
    </message>
    <message>
        <source>{numerator}: {part}; out of {denominator}: {whole}</source>
        <translation>{numerator}: {part}; trên {denominator}: {whole}</translation>
    </message>
    <message>
        <source>row {number}, “{name}”</source>
        <translation>dòng {number}, “{name}”</translation>
    </message>
</context>
<context>
    <name>ReceiptDialog</name>
    <message>
        <source>Receipt</source>
        <translation>Phiếu tiếp nhận</translation>
    </message>
    <message>
        <source>Home Affairs has received your submission</source>
        <translation>Sở Nội vụ đã tiếp nhận tệp nộp</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Đợt báo cáo</translation>
    </message>
    <message>
        <source>Submission</source>
        <translation>Tệp nộp</translation>
    </message>
    <message>
        <source>No. {revision}</source>
        <translation>Lần {revision}</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Nhận lúc</translation>
    </message>
    <message>
        <source>Content (SHA-256)</source>
        <translation>Mã nội dung (SHA-256)</translation>
    </message>
    <message>
        <source>Received provisionally: Home Affairs has not compared your matching code yet.</source>
        <translation>Tạm nhận: Sở Nội vụ chưa đối chiếu mã của đơn vị.</translation>
    </message>
    <message>
        <source>The file bears Home Affairs&apos; seal. Keep a copy: it proves what was received and when, without any server, and can be checked years later with “reformdesk verify”.</source>
        <translation>Tệp có niêm phong của Sở Nội vụ. Hãy giữ một bản: tệp chứng minh đã tiếp nhận nội dung gì, lúc nào, không cần máy chủ, và nhiều năm sau vẫn kiểm tra được bằng “reformdesk verify”.</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Lưu một bản…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>No. {revision}, correction: figures corrected: {count}</source>
        <translation>Lần {revision}, bản đính chính, số chỉ tiêu đính chính: {count}</translation>
    </message>
</context>
<context>
    <name>ReceivedDialog</name>
    <message>
        <source>When it reached the office</source>
        <translation>Tệp đến cơ quan lúc nào</translation>
    </message>
    <message>
        <source>Correct it</source>
        <translation>Ghi lại</translation>
    </message>
    <message>
        <source>{agency}, no. {revision}. The program noted: {moment}, {channel}.</source>
        <translation>{agency}, lần {revision}. Chương trình đã ghi: {moment}, {channel}.</translation>
    </message>
    <message>
        <source>Two desks corrected this differently; the earliest arrival counts until you decide.</source>
        <translation>Hai bàn làm việc ghi lại khác nhau; tính theo lúc sớm nhất cho đến khi anh/chị quyết định.</translation>
    </message>
    <message>
        <source>Corrected to {moment}: {reason}</source>
        <translation>Đã ghi lại thành {moment}: {reason}</translation>
    </message>
    <message>
        <source>It arrived</source>
        <translation>Nhận lúc</translation>
    </message>
    <message>
        <source>By way of</source>
        <translation>Đến qua</translation>
    </message>
    <message>
        <source>as it was noted</source>
        <translation>như đã ghi</translation>
    </message>
    <message>
        <source>for example: in the mailbox since Friday</source>
        <translation>ví dụ: đã nằm trong hộp thư từ thứ Sáu</translation>
    </message>
    <message>
        <source>Why (stays in the journal)</source>
        <translation>Lý do (lưu trong nhật ký)</translation>
    </message>
    <message>
        <source>Lateness and the receipt go by this time. What the program noted is kept beside it.</source>
        <translation>Quá hạn hay không và phiếu tiếp nhận tính theo lúc này. Lúc chương trình đã ghi vẫn được giữ bên cạnh.</translation>
    </message>
    <message>
        <source>Write why first.</source>
        <translation>Hãy ghi lý do trước.</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Recovery file for {agency}</source>
        <translation>Tệp khôi phục cho {agency}</translation>
    </message>
    <message>
        <source>Write the file…</source>
        <translation>Xuất tệp…</translation>
    </message>
    <message>
        <source>For an agency whose machine is lost. It holds the round files and what you accepted from it last, with words, units and evidence, and nobody else&apos;s submissions.</source>
        <translation>Dành cho đơn vị mất máy, hỏng máy. Tệp gồm các tệp đợt báo cáo và số liệu của riêng đơn vị được tiếp nhận lần cuối, kèm thuyết minh, chi tiết đơn vị trực thuộc và tài liệu kiểm chứng; không có tệp nộp của đơn vị khác.</translation>
    </message>
    <message>
        <source>no. {revision}</source>
        <translation>Lần {revision}</translation>
    </message>
    <message>
        <source>nothing accepted yet</source>
        <translation>chưa tiếp nhận lần nào</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>và {count} đợt khác</translation>
    </message>
    <message>
        <source>The last one was written {moment}.</source>
        <translation>Tệp gần nhất lập lúc {moment}.</translation>
    </message>
    <message>
        <source>The lost key still speaks for the agency. Unless a copy of it is safe with them, revoke it as well.</source>
        <translation>Khóa đã mất vẫn đang có hiệu lực. Nếu đơn vị không giữ bản dự phòng an toàn thì hãy thu hồi cả khóa đó.</translation>
    </message>
</context>
<context>
    <name>RegisterView</name>
    <message>
        <source>Type part of an agency&apos;s name</source>
        <translation>Gõ một phần tên đơn vị</translation>
    </message>
    <message>
        <source>With those that are no more</source>
        <translation>Cả đơn vị đã kết thúc</translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Nothing is found</source>
        <translation>Không tìm thấy</translation>
    </message>
    <message>
        <source>Type less, or tick “With those that are no more”.</source>
        <translation>Gõ ít chữ hơn, hoặc đánh dấu “Cả đơn vị đã kết thúc”.</translation>
    </message>
    <message>
        <source>Type less of the name.</source>
        <translation>Gõ ít chữ hơn.</translation>
    </message>
    <message>
        <source>Reorganise…</source>
        <translation>Sắp xếp tổ chức…</translation>
    </message>
    <message>
        <source>New agency…</source>
        <translation>Đơn vị mới…</translation>
    </message>
    <message>
        <source>Groups…</source>
        <translation>Nhóm…</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>Gone from</source>
        <translation>Kết thúc từ ngày</translation>
    </message>
    <message>
        <source>Succession</source>
        <translation>Kế thừa</translation>
    </message>
</context>
<context>
    <name>Rekeying</name>
    <message>
        <source>Load the order</source>
        <translation>Mở tệp thứ tự</translation>
    </message>
    <message>
        <source>Take off all ticks of this list? It is then typed from the first line again.</source>
        <translation>Bỏ mọi dấu đã nhập của danh sách này? Khi đó phải nhập lại từ dòng đầu.</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Làm lại từ đầu</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>Giữ nguyên</translation>
    </message>
    <message>
        <source>to-be-typed-{round}.xlsx</source>
        <translation>nhap-lai-{round}.xlsx</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Lưu danh sách</translation>
    </message>
    <message>
        <source>✓ Saved to {file}</source>
        <translation>✓ Đã lưu vào {file}</translation>
    </message>
</context>
<context>
    <name>RekeyingLine</name>
    <message>
        <source>Nothing is left to be typed here.</source>
        <translation>Không còn dòng nào phải nhập ở đây.</translation>
    </message>
    <message>
        <source>Copy and go on (Space)</source>
        <translation>Chép và sang dòng sau (phím cách)</translation>
    </message>
    <message>
        <source>There is no line at hand.</source>
        <translation>Chưa chọn dòng nào.</translation>
    </message>
    <message>
        <source>Line {place} of {count} · No. {number}</source>
        <translation>Dòng {place}/{count} · STT {number}</translation>
    </message>
    <message>
        <source>Not final. Copy it all the same (Space)</source>
        <translation>Số chưa chốt. Vẫn chép (phím cách)</translation>
    </message>
    <message>
        <source>Chosen, go on (Space)</source>
        <translation>Đã chọn, sang dòng sau (phím cách)</translation>
    </message>
</context>
<context>
    <name>RekeyingList</name>
    <message>
        <source>Figures to be typed</source>
        <translation>Số liệu cần nhập lại</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>STT</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Số liệu</translation>
    </message>
</context>
<context>
    <name>RekeyingOrderDialog</name>
    <message>
        <source>Order of the ministry&apos;s software</source>
        <translation>Thứ tự trên phần mềm của Bộ</translation>
    </message>
    <message>
        <source>Use this order</source>
        <translation>Dùng thứ tự này</translation>
    </message>
    <message>
        <source>One indicator a line: its printed number (3.1), its name, or both.</source>
        <translation>Mỗi dòng một chỉ tiêu: số thứ tự trong biểu (3.1), tên, hoặc cả hai.</translation>
    </message>
    <message>
        <source>Paste the list here</source>
        <translation>Dán danh sách vào đây</translation>
    </message>
    <message>
        <source>Load from a file…</source>
        <translation>Mở từ tệp…</translation>
    </message>
    <message>
        <source>Lines that lead to no indicator</source>
        <translation>Dòng không khớp với chỉ tiêu nào</translation>
    </message>
    <message>
        <source>What is not in the list comes at the end</source>
        <translation>Chỉ tiêu không có trong danh sách để ở cuối</translation>
    </message>
    <message>
        <source>Printed order</source>
        <translation>Theo thứ tự trong biểu</translation>
    </message>
    <message>
        <source>It is the one in use.</source>
        <translation>Đang dùng thứ tự này.</translation>
    </message>
    <message>
        <source>In the list: {count} indicators. Not in it: {left}.</source>
        <translation>Trong danh sách: {count} chỉ tiêu. Ngoài danh sách: {left}.</translation>
    </message>
    <message>
        <source>Lines that lead to no indicator: {count}.</source>
        <translation>Dòng không khớp: {count}.</translation>
    </message>
    <message>
        <source>No line leads to an indicator yet.</source>
        <translation>Chưa có dòng nào khớp với chỉ tiêu.</translation>
    </message>
</context>
<context>
    <name>RekeyingSettings</name>
    <message>
        <source>Rates with %</source>
        <translation>Tỷ lệ kèm dấu %</translation>
    </message>
    <message>
        <source>Ask before a figure that is not final</source>
        <translation>Hỏi trước khi chép số chưa chốt</translation>
    </message>
    <message>
        <source>Stay in front</source>
        <translation>Luôn ở trên</translation>
    </message>
    <message>
        <source>Order…</source>
        <translation>Thứ tự…</translation>
    </message>
    <message>
        <source>Save the list…</source>
        <translation>Lưu danh sách…</translation>
    </message>
    <message>
        <source>Begin anew…</source>
        <translation>Làm lại…</translation>
    </message>
    <message>
        <source>How a figure is written</source>
        <translation>Cách viết số</translation>
    </message>
    <message>
        <source>Space: copy, go on · Backspace: back · Delete: not carried over · digits: go to a number</source>
        <translation>Phím cách: chép, sang dòng sau · Backspace: dòng trước · Delete: bỏ dấu đã nhập · gõ số: đến STT đó</translation>
    </message>
</context>
<context>
    <name>RekeyingWindow</name>
    <message>
        <source>Type into the ministry&apos;s software</source>
        <translation>Nhập lại vào phần mềm của Bộ</translation>
    </message>
    <message>
        <source>To do alone</source>
        <translation>Chỉ dòng chưa nhập</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Kỳ báo cáo</translation>
    </message>
    <message>
        <source>Whose figures</source>
        <translation>Số liệu của</translation>
    </message>
    <message>
        <source>Go to: number or word</source>
        <translation>Đến: STT hoặc từ</translation>
    </message>
    <message>
        <source>Settings, order, file</source>
        <translation>Thiết lập, thứ tự, tệp</translation>
    </message>
    <message>
        <source>Space: copy · Backspace: back · Delete: untick · digits: go to</source>
        <translation>Phím cách: chép · Backspace: lùi · Delete: bỏ dấu · số: đến STT</translation>
    </message>
    <message>
        <source>Carried over: {done} of {count}</source>
        <translation>Đã nhập: {done}/{count}</translation>
    </message>
    <message>
        <source>changed since: {count}</source>
        <translation>thay đổi sau khi nhập: {count}</translation>
    </message>
    <message>
        <source>All {count} lines are carried over.</source>
        <translation>Đã nhập đủ {count} dòng.</translation>
    </message>
    <message>
        <source>Paste now: {figure} · {name}</source>
        <translation>Dán ngay: {figure} · {name}</translation>
    </message>
    <message>
        <source>Space copies the figure below, ticks it and goes on.</source>
        <translation>Phím cách: chép số bên dưới, đánh dấu đã nhập, sang dòng sau.</translation>
    </message>
</context>
<context>
    <name>RemindersDialog</name>
    <message>
        <source>Reminder list</source>
        <translation>Danh sách đôn đốc</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Chép dạng văn bản</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Chưa gửi</translation>
    </message>
    <message>
        <source>Returned, not answered</source>
        <translation>Đã trả lại, chưa gửi lại</translation>
    </message>
    <message>
        <source>Sent in part</source>
        <translation>Gửi chưa đủ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Save as Excel…</source>
        <translation>Lưu dạng Excel…</translation>
    </message>
    <message>
        <source>✓ Copied. Paste it into a message or a letter.</source>
        <translation>✓ Đã chép. Hãy dán vào tin nhắn hoặc công văn.</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Người liên hệ</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Agencies: {count}</source>
        <translation>Số đơn vị: {count}</translation>
    </message>
    <message>
        <source>There is nobody to remind.</source>
        <translation>Không có đơn vị nào cần đôn đốc.</translation>
    </message>
</context>
<context>
    <name>RenewDialog</name>
    <message>
        <source>Make a new key</source>
        <translation>Tạo khóa mới</translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation>Tạo khóa</translation>
    </message>
    <message>
        <source>Your old key signs over to the new one. The other side believes it at once; nobody need telephone.</source>
        <translation>Khóa cũ chuyển giao cho khóa mới. Bên nhận tin ngay, không cần gọi điện.</translation>
    </message>
    <message>
        <source>The old key</source>
        <translation>Khóa cũ</translation>
    </message>
    <message>
        <source>The old key or its passphrase is lost</source>
        <translation>Đã mất khóa cũ hoặc quên mật khẩu</translation>
    </message>
    <message>
        <source>The new key</source>
        <translation>Khóa mới</translation>
    </message>
    <message>
        <source>Nothing is lost but a telephone call: the other side compares the new code with you once.</source>
        <translation>Chỉ mất một cuộc điện thoại: bên nhận đối chiếu mã mới một lần.</translation>
    </message>
</context>
<context>
    <name>ReopenDialog</name>
    <message>
        <source>Reopen the round</source>
        <translation>Mở lại đợt báo cáo</translation>
    </message>
    <message>
        <source>What came late is judged like everything else, and decisions can be made again. Closing no. {number} stays in the journal; close the round anew as no. {next}, and the report lists what changed.</source>
        <translation>Tệp đến muộn được xét như mọi tệp khác, và lại quyết định được. Lần chốt {number} vẫn được lưu; sau đó chốt lần {next}, báo cáo sẽ liệt kê các thay đổi.</translation>
    </message>
    <message>
        <source>which file was late, or what was wrong</source>
        <translation>tệp nào đến muộn, hoặc sai ở đâu</translation>
    </message>
    <message>
        <source>Came late: {names}</source>
        <translation>Đến muộn: {names}</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Write why first.</source>
        <translation>Hãy ghi lý do trước.</translation>
    </message>
    <message>
        <source>Reopen the round: {round}</source>
        <translation>Mở lại đợt báo cáo: {round}</translation>
    </message>
</context>
<context>
    <name>ReorganiseDialog</name>
    <message>
        <source>Reorganise agencies</source>
        <translation>Sắp xếp tổ chức</translation>
    </message>
    <message>
        <source>Into the draft</source>
        <translation>Đưa vào bản thảo</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Thay đổi gì</translation>
    </message>
    <message>
        <source>agencies go into another one, or into a new one</source>
        <translation>sáp nhập vào một đơn vị khác hoặc đơn vị mới</translation>
    </message>
    <message>
        <source>an agency&apos;s tasks are divided among others</source>
        <translation>chia nhiệm vụ của một đơn vị cho nơi khác</translation>
    </message>
    <message>
        <source>an agency is renamed</source>
        <translation>đổi tên đơn vị</translation>
    </message>
    <message>
        <source>agencies end, nobody takes over</source>
        <translation>giải thể, không có nơi tiếp nhận</translation>
    </message>
    <message>
        <source>First day of the new state</source>
        <translation>Ngày bắt đầu</translation>
    </message>
    <message>
        <source>Who owes what then</source>
        <translation>Ai báo cáo gì từ ngày đó</translation>
    </message>
    <message>
        <source>Tick all that are listed</source>
        <translation>Chọn mọi đơn vị đang hiện</translation>
    </message>
    <message>
        <source>These go</source>
        <translation>Các đơn vị sáp nhập</translation>
    </message>
    <message>
        <source>Indicators that nobody would report then ({count}): {names}. Give them to others under “Who reports what”.</source>
        <translation>Chỉ tiêu sẽ không còn đơn vị báo cáo ({count}): {names}. Giao lại ở phần “Giao chỉ tiêu”.</translation>
    </message>
    <message>
        <source>Type part of an agency&apos;s name</source>
        <translation>Gõ một phần tên đơn vị</translation>
    </message>
    <message>
        <source>into</source>
        <translation>vào</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>Tên đơn vị mới</translation>
    </message>
    <message>
        <source>Its English name</source>
        <translation>Tên tiếng Anh</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>It was only misspelt: put right from the beginning</source>
        <translation>Chỉ là viết sai tên: sửa lại từ đầu</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Tên mới</translation>
    </message>
    <message>
        <source>New English name</source>
        <translation>Tên tiếng Anh mới</translation>
    </message>
    <message>
        <source>a new agency</source>
        <translation>đơn vị mới thành lập</translation>
    </message>
    <message>
        <source>These end</source>
        <translation>Các đơn vị giải thể</translation>
    </message>
    <message>
        <source>Choose the agencies, and say what becomes of them.</source>
        <translation>Chọn đơn vị và cho biết thay đổi thế nào.</translation>
    </message>
    <message>
        <source>Every indicator has somebody who reports it.</source>
        <translation>Chỉ tiêu nào cũng có đơn vị báo cáo.</translation>
    </message>
    <message>
        <source>Until then</source>
        <translation>Đến trước ngày đó</translation>
    </message>
    <message>
        <source>From then on</source>
        <translation>Từ ngày đó</translation>
    </message>
    <message>
        <source>not there yet</source>
        <translation>chưa có</translation>
    </message>
    <message>
        <source>no more</source>
        <translation>kết thúc</translation>
    </message>
</context>
<context>
    <name>ReportMenu</name>
    <message>
        <source>Rounds, kinds of file, folder…</source>
        <translation>Chọn đợt, loại tệp, thư mục…</translation>
    </message>
</context>
<context>
    <name>RequestDialog</name>
    <message>
        <source>Request a correction of an earlier figure</source>
        <translation>Đề nghị đính chính số liệu kỳ trước</translation>
    </message>
    <message>
        <source>Right figure</source>
        <translation>Số đúng</translation>
    </message>
    <message>
        <source>One sentence that names the source, such as the register of May</source>
        <translation>Một câu, nói rõ nguồn, ví dụ sổ theo dõi tháng 5</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>The earlier figure stays as it is. The request goes out with your next submission, and Home Affairs decides; both figures are kept.</source>
        <translation>Số đã báo cáo giữ nguyên. Đề nghị được gửi kèm tệp nộp tiếp theo để Sở Nội vụ xem xét; cả hai số đều được lưu lại.</translation>
    </message>
    <message>
        <source>Which one do you mean?</source>
        <translation>Ý anh/chị là số nào?</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ báo cáo</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Đã báo cáo</translation>
    </message>
    <message>
        <source>Write the right figure and the reason first.</source>
        <translation>Hãy ghi số đúng và lý do trước.</translation>
    </message>
    <message>
        <source>Save the request</source>
        <translation>Lưu đề nghị</translation>
    </message>
</context>
<context>
    <name>Requesting</name>
    <message>
        <source>✓ The request goes out with the next submission</source>
        <translation>✓ Đề nghị sẽ được gửi kèm tệp nộp tiếp theo</translation>
    </message>
</context>
<context>
    <name>ReserveDialog</name>
    <message>
        <source>Make a reserve key</source>
        <translation>Tạo khóa dự phòng</translation>
    </message>
    <message>
        <source>Make and save it</source>
        <translation>Tạo và lưu</translation>
    </message>
    <message>
        <source>The reserve key goes to “{folder}”. Take it to the safe and write its passphrase on paper beside it: when this machine fails the night before the deadline, “Use a key file…” goes on with it.</source>
        <translation>Khóa dự phòng được lưu vào “{folder}”. Hãy cất vào két cùng tờ giấy ghi mật khẩu: nếu máy này hỏng đúng đêm trước hạn, chọn “Dùng tệp khóa…” là làm tiếp được.</translation>
    </message>
</context>
<context>
    <name>RestoredStrip</name>
    <message>
        <source>It says that its desk was put back from a recovery file, but none of this office is that one. Telephone the agency.</source>
        <translation>Tệp nộp cho biết bàn làm việc đã khôi phục từ một tệp khôi phục, nhưng ở đây không lập tệp nào như vậy. Hãy gọi cho đơn vị.</translation>
    </message>
    <message>
        <source>Its desk was put back from the recovery file of {moment}, but no. {numbers} was accepted since. Write a new recovery file for the agency.</source>
        <translation>Bàn làm việc đã khôi phục từ tệp khôi phục lập lúc {moment}, nhưng sau đó đã tiếp nhận lần {numbers}. Hãy lập tệp khôi phục mới cho đơn vị.</translation>
    </message>
    <message>
        <source>Its desk was put back from the recovery file of {moment}, but it does not go on from where that file ends. Telephone the agency.</source>
        <translation>Bàn làm việc đã khôi phục từ tệp khôi phục lập lúc {moment}, nhưng tệp nộp này không nối tiếp lần cuối trong tệp đó. Hãy gọi cho đơn vị.</translation>
    </message>
    <message>
        <source>The desk was put back from the recovery file of {moment}.</source>
        <translation>Bàn làm việc đã khôi phục từ tệp khôi phục lập lúc {moment}.</translation>
    </message>
    <message>
        <source>Its desk was put back from the recovery file of {moment}. So the key is new and the history begins anew; once the code is compared it is received.</source>
        <translation>Bàn làm việc đã khôi phục từ tệp khôi phục lập lúc {moment}, nên khóa là khóa mới và lịch sử bắt đầu lại. Đối chiếu mã khớp là tiếp nhận.</translation>
    </message>
    <message>
        <source>Its desk was put back from the recovery file of {moment}. So its history begins anew, which is expected.</source>
        <translation>Bàn làm việc đã khôi phục từ tệp khôi phục lập lúc {moment}, nên lịch sử bắt đầu lại. Điều này là bình thường.</translation>
    </message>
    <message>
        <source>Accept it</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Accept it all the same</source>
        <translation>Vẫn tiếp nhận</translation>
    </message>
</context>
<context>
    <name>ReturnDialog</name>
    <message>
        <source>Return to {agency}</source>
        <translation>Trả lại {agency}</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Trả lại</translation>
    </message>
    <message>
        <source>It stays here, but counts no more until the agency sends its next number. Say what to do:</source>
        <translation>Tệp vẫn được giữ nhưng không tính vào tổng hợp cho đến khi đơn vị gửi lần tiếp theo. Hãy ghi rõ việc cần làm:</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Không đặt hạn</translation>
    </message>
    <message>
        <source>Words to the agency</source>
        <translation>Lời nhắn cho đơn vị</translation>
    </message>
    <message>
        <source>Answer by</source>
        <translation>Hạn trả lời</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Fields to ask about: {count}</source>
        <translation>Số chỉ tiêu cần hỏi: {count}</translation>
    </message>
    <message>
        <source>A return must say why: write it above, or tick a field to ask about.</source>
        <translation>Trả lại thì phải nêu lý do: hãy ghi ở trên hoặc chọn chỉ tiêu cần hỏi.</translation>
    </message>
    <message>
        <source>↑ ↓ from row to row · Space: ask about it · Tab: its words · Ctrl+Space: phrases · Ctrl+Enter: return</source>
        <translation>↑ ↓ chuyển dòng · Phím cách: hỏi · Tab: nội dung hỏi · Ctrl+Phím cách: câu mẫu · Ctrl+Enter: trả lại</translation>
    </message>
    <message>
        <source>The words to the agency are too long: at most {most} characters.</source>
        <translation>Lời nhắn cho đơn vị quá dài: tối đa {most} ký tự.</translation>
    </message>
</context>
<context>
    <name>ReviewAnswers</name>
    <message>
        <source>Details of the row (Enter)</source>
        <translation>Chi tiết của dòng (Enter)</translation>
    </message>
    <message>
        <source>Files ({key})</source>
        <translation>Tài liệu kèm theo ({key})</translation>
    </message>
    <message>
        <source>files: {count}</source>
        <translation>tài liệu: {count}</translation>
    </message>
    <message>
        <source>new files: {count}</source>
        <translation>tài liệu mới: {count}</translation>
    </message>
    <message>
        <source>files that are not there any more: {count}</source>
        <translation>tài liệu không còn: {count}</translation>
    </message>
    <message>
        <source>figures by subordinate units: {count}</source>
        <translation>chỉ tiêu có chi tiết theo đơn vị trực thuộc: {count}</translation>
    </message>
    <message>
        <source>areas with words: {count}</source>
        <translation>lĩnh vực có thuyết minh: {count}</translation>
    </message>
    <message>
        <source>Came along: {what}</source>
        <translation>Kèm theo: {what}</translation>
    </message>
    <message>
        <source>No files came along.</source>
        <translation>Không có tài liệu kèm theo.</translation>
    </message>
</context>
<context>
    <name>ReviewCorrections</name>
    <message>
        <source>A correction by the agency itself: it replaces no. {revision}. Figures corrected: {count}.</source>
        <translation>Bản đính chính của đơn vị, thay cho lần {revision}. Số chỉ tiêu đính chính: {count}.</translation>
    </message>
    <message>
        <source>Without a reason: {count}.</source>
        <translation>Không ghi lý do: {count}.</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>Lý do: {reason}</translation>
    </message>
    <message>
        <source>Here stands {value}.</source>
        <translation>Số đang lưu tại Sở: {value}.</translation>
    </message>
    <message>
        <source>Agree…</source>
        <translation>Đồng ý…</translation>
    </message>
    <message>
        <source>Decline…</source>
        <translation>Không đồng ý…</translation>
    </message>
    <message>
        <source>Request on {period}, {name}: reported {reported}, right {right}.</source>
        <translation>Đề nghị đính chính {period}, {name}: đã báo cáo {reported}, số đúng {right}.</translation>
    </message>
    <message>
        <source>You agreed.</source>
        <translation>Đã đồng ý.</translation>
    </message>
    <message>
        <source>You declined.</source>
        <translation>Đã trả lời không đồng ý.</translation>
    </message>
</context>
<context>
    <name>ReviewDetails</name>
    <message>
        <source>Details of the row</source>
        <translation>Chi tiết của dòng</translation>
    </message>
    <message>
        <source>Files that came along</source>
        <translation>Tài liệu kèm theo</translation>
    </message>
    <message>
        <source>Open a copy (Enter)</source>
        <translation>Mở bản sao (Enter)</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Lưu bản sao…</translation>
    </message>
    <message>
        <source>There is a program in this Office file, or it fetches one: it is not opened here. Ask the agency for a PDF.</source>
        <translation>Tệp Office này có chứa chương trình (macro) hoặc tải chương trình từ nơi khác nên không mở tại đây. Đề nghị đơn vị gửi bản PDF.</translation>
    </message>
    <message>
        <source>This is no file of a kind that agencies attach: it is not opened here. Ask for a PDF.</source>
        <translation>Tệp này không thuộc các loại được đính kèm nên không mở tại đây. Đề nghị đơn vị gửi bản PDF.</translation>
    </message>
    <message>
        <source>Office files can harm. Do not press “Enable editing” or “Enable content” in one.</source>
        <translation>Tệp Office có thể gây hại. Không bấm “Enable Editing” hay “Enable Content” trong tệp.</translation>
    </message>
    <message>
        <source>for the whole</source>
        <translation>của cả tệp nộp</translation>
    </message>
    <message>
        <source>new since no. {revision}</source>
        <translation>mới so với lần {revision}</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>picture (PNG)</source>
        <translation>ảnh (PNG)</translation>
    </message>
    <message>
        <source>picture (JPEG)</source>
        <translation>ảnh (JPEG)</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>PowerPoint</source>
        <translation>PowerPoint</translation>
    </message>
    <message>
        <source>Office file with a program</source>
        <translation>tệp Office có macro</translation>
    </message>
    <message>
        <source>unknown kind</source>
        <translation>không rõ loại</translation>
    </message>
    <message>
        <source>By subordinate units</source>
        <translation>Theo đơn vị trực thuộc</translation>
    </message>
    <message>
        <source>In words: {area}</source>
        <translation>Thuyết minh: {area}</translation>
    </message>
    <message>
        <source>No units, and no words on its area.</source>
        <translation>Không có chi tiết theo đơn vị trực thuộc; lĩnh vực này không có thuyết minh.</translation>
    </message>
    <message>
        <source>now</source>
        <translation>lần này</translation>
    </message>
    <message>
        <source>The figure above says something else than its units come to.</source>
        <translation>Số báo cáo khác với số cộng của các đơn vị.</translation>
    </message>
    <message>
        <source>no. {revision}</source>
        <translation>lần {revision}</translation>
    </message>
    <message>
        <source>Changed since no. {revision}: what is new is underlined, what is gone is struck out.</source>
        <translation>Đã sửa so với lần {revision}: phần mới gạch chân, phần đã bỏ gạch ngang.</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Tổng</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Answers of the submission</source>
        <translation>Số liệu trong tệp nộp</translation>
    </message>
    <message>
        <source>Ask about this…</source>
        <translation>Hỏi về chỉ tiêu này…</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Quay lại</translation>
    </message>
    <message>
        <source>{agency} · no. {revision}</source>
        <translation>{agency} · lần {revision}</translation>
    </message>
    <message>
        <source>fields changed since no. {revision}: {count}</source>
        <translation>số chỉ tiêu đã sửa so với lần {revision}: {count}</translation>
    </message>
    <message>
        <source>No. {revision}</source>
        <translation>Lần {revision}</translation>
    </message>
    <message>
        <source>{signed}, received {received}, file {file}</source>
        <translation>{signed}, nhận {received}, tệp {file}</translation>
    </message>
    <message>
        <source>a new key, signed over by the one before</source>
        <translation>khóa mới, do khóa trước chuyển giao</translation>
    </message>
    <message>
        <source>approved: {signed}</source>
        <translation>xác nhận: {signed}</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>STT</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Findings and explanation</source>
        <translation>Điểm cần xem và giải trình</translation>
    </message>
    <message>
        <source>When it came…</source>
        <translation>Lúc nhận…</translation>
    </message>
    <message>
        <source>Decide… (D)</source>
        <translation>Xử lý… (D)</translation>
    </message>
</context>
<context>
    <name>ReviewRows</name>
    <message>
        <source>Corrected: {reason}</source>
        <translation>Đính chính: {reason}</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>không ghi lý do</translation>
    </message>
    <message>
        <source>Explanation: {words}</source>
        <translation>Giải trình: {words}</translation>
    </message>
    <message>
        <source>You asked: {words}</source>
        <translation>Đã hỏi: {words}</translation>
    </message>
    <message>
        <source>By units: {count}</source>
        <translation>Theo đơn vị trực thuộc: {count}</translation>
    </message>
    <message>
        <source>changed: {count}</source>
        <translation>đã đổi: {count}</translation>
    </message>
    <message>
        <source>Evidence: {count}</source>
        <translation>Tài liệu kiểm chứng: {count}</translation>
    </message>
    <message>
        <source>new: {count}</source>
        <translation>mới: {count}</translation>
    </message>
    <message>
        <source>Not answered: {words}</source>
        <translation>Chưa trả lời: {words}</translation>
    </message>
    <message>
        <source>Answered, but not as you expected: {words}</source>
        <translation>Đã trả lời nhưng ngoài khoảng hợp lý: {words}</translation>
    </message>
    <message>
        <source>Answers your question: {words}</source>
        <translation>Trả lời câu hỏi: {words}</translation>
    </message>
    <message>
        <source>Expected: {least} to {most}.</source>
        <translation>Khoảng hợp lý: {least} đến {most}.</translation>
    </message>
    <message>
        <source>Expected: at least {least}.</source>
        <translation>Khoảng hợp lý: từ {least} trở lên.</translation>
    </message>
    <message>
        <source>Expected: at most {most}.</source>
        <translation>Khoảng hợp lý: không quá {most}.</translation>
    </message>
    <message>
        <source>Computed: row {part} out of row {whole}</source>
        <translation>Tự tính: dòng {part} trên dòng {whole}</translation>
    </message>
</context>
<context>
    <name>ReviewStrips</name>
    <message>
        <source>Digital signature of {name} (certificate by {issuer}) {moment}</source>
        <translation>Chữ ký số của {name} (chứng thư do {issuer} cấp) {moment}</translation>
    </message>
    <message>
        <source>Sealed by {name} {moment}</source>
        <translation>{name} niêm phong {moment}</translation>
    </message>
    <message>
        <source>{paper}: {signers}. It was changed after it was signed.</source>
        <translation>{paper}: {signers}. Tệp đã bị sửa sau khi ký.</translation>
    </message>
    <message>
        <source>{paper}: {signers}. It agrees with these figures.</source>
        <translation>{paper}: {signers}. Khớp với số liệu này.</translation>
    </message>
    <message>
        <source>{paper}: {signers}. It was printed from OTHER figures.</source>
        <translation>{paper}: {signers}. Được in từ số liệu KHÁC.</translation>
    </message>
    <message>
        <source>This key was revoked {moment} ({reason}). This file had come before, and stays good.</source>
        <translation>Khóa này đã bị thu hồi {moment} ({reason}). Tệp này đã đến trước đó nên vẫn có giá trị.</translation>
    </message>
    <message>
        <source>The head&apos;s key was revoked {moment} ({reason}). This file had come before, and stays good.</source>
        <translation>Khóa của thủ trưởng đã bị thu hồi {moment} ({reason}). Tệp này đã đến trước đó nên vẫn có giá trị.</translation>
    </message>
    <message>
        <source>Received, and counted in the totals.</source>
        <translation>Đã nhận và đã tính vào tổng hợp.</translation>
    </message>
    <message>
        <source>Received provisionally: counted in the totals, each of which is marked {sign} until the code is compared.</source>
        <translation>Đã tạm nhận và tính vào tổng hợp; số tổng hợp được đánh dấu {sign} cho đến khi đối chiếu mã.</translation>
    </message>
    <message>
        <source>Reviewed and accepted.</source>
        <translation>Đã rà soát và chấp nhận.</translation>
    </message>
    <message>
        <source>Accept (A)</source>
        <translation>Chấp nhận (A)</translation>
    </message>
    <message>
        <source>Return… (R)</source>
        <translation>Trả lại… (R)</translation>
    </message>
    <message>
        <source>R on a row asks about that field.</source>
        <translation>Bấm R tại một dòng để hỏi về chỉ tiêu đó.</translation>
    </message>
    <message>
        <source>This key was not compared yet. Telephone the agency and compare its code: {code}</source>
        <translation>Khóa này chưa đối chiếu. Hãy gọi cho đơn vị và đối chiếu mã: {code}</translation>
    </message>
    <message>
        <source>The head&apos;s key was not compared yet. Telephone the agency and compare its code: {code}</source>
        <translation>Khóa của thủ trưởng chưa đối chiếu. Hãy gọi cho đơn vị và đối chiếu mã: {code}</translation>
    </message>
    <message>
        <source>Compare the code…</source>
        <translation>Đối chiếu mã…</translation>
    </message>
    <message>
        <source>Accept provisionally</source>
        <translation>Tạm nhận</translation>
    </message>
    <message>
        <source>It was changed outside the program, or an older copy was put back. Ask the agency before you accept it.</source>
        <translation>Lịch sử bị sửa ngoài chương trình, hoặc đã dùng lại một bản sao cũ. Hãy hỏi đơn vị trước khi tiếp nhận.</translation>
    </message>
    <message>
        <source>Accept it all the same</source>
        <translation>Vẫn tiếp nhận</translation>
    </message>
    <message>
        <source>Missing: no. {numbers} (named by no. {revision}). Ask the agency to send it.</source>
        <translation>Thiếu tệp nộp lần {numbers} (được nêu trong lần {revision}). Hãy đề nghị đơn vị gửi.</translation>
    </message>
    <message>
        <source>No. {revision} goes on from another no. {before} than the one here. Ask the agency for it.</source>
        <translation>Lần {revision} nối tiếp một tệp lần {before} khác với tệp đang có. Hãy đề nghị đơn vị gửi tệp đó.</translation>
    </message>
    <message>
        <source>No. {revision} goes on from no. {before}, which waits itself. Decide on that one first.</source>
        <translation>Lần {revision} nối tiếp lần {before} đang chờ xử lý. Hãy xử lý lần đó trước.</translation>
    </message>
    <message>
        <source>Open no. {revision}</source>
        <translation>Mở lần {revision}</translation>
    </message>
    <message>
        <source>Another file with this number was chosen. This one stays here and does not count.</source>
        <translation>Đã lấy một tệp khác cùng lần nộp này. Tệp này vẫn được giữ nhưng không tính vào tổng hợp.</translation>
    </message>
    <message>
        <source>Show this one alone</source>
        <translation>Chỉ xem tệp này</translation>
    </message>
    <message>
        <source>Show the sides</source>
        <translation>So sánh các tệp</translation>
    </message>
    <message>
        <source>Returned.</source>
        <translation>Đã trả lại.</translation>
    </message>
    <message>
        <source>Fields asked about: {count}.</source>
        <translation>Số chỉ tiêu cần xem lại: {count}.</translation>
    </message>
    <message>
        <source>Answer by {day}.</source>
        <translation>Hạn trả lời: {day}.</translation>
    </message>
    <message>
        <source>Answers your return of no. {revision}: {answered} of {asked} fields you asked about; other fields changed: {others}.</source>
        <translation>Trả lời phiếu trả lại lần {revision}: {answered}/{asked} chỉ tiêu đã hỏi; chỉ tiêu khác có sửa: {others}.</translation>
    </message>
    <message>
        <source>Sent before the agency had read your return of no. {revision}: {answered} of {asked} fields you asked about are answered; other fields changed: {others}.</source>
        <translation>Gửi khi đơn vị chưa đọc phiếu trả lại lần {revision}: đã trả lời {answered}/{asked} chỉ tiêu đã hỏi; chỉ tiêu khác có sửa: {others}.</translation>
    </message>
    <message>
        <source>Without a reason: {count}.</source>
        <translation>Không ghi lý do: {count}.</translation>
    </message>
    <message>
        <source>You wrote: {words}</source>
        <translation>Lời nhắn khi trả lại: {words}</translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message>
        <source>Let this one hold?</source>
        <translation>Lấy tệp này?</translation>
    </message>
    <message>
        <source>It counts from now on. The other with this number stays here and does not count.</source>
        <translation>Từ nay tệp này được tính vào tổng hợp. Tệp kia cùng lần nộp vẫn được giữ nhưng không tính.</translation>
    </message>
    <message>
        <source>This one holds</source>
        <translation>Lấy tệp này</translation>
    </message>
    <message>
        <source>Accept it although its history does not go on?</source>
        <translation>Tiếp nhận dù lịch sử nhập liệu không nối tiếp?</translation>
    </message>
    <message>
        <source>It counts from now on, and those that go on from it.</source>
        <translation>Từ nay tệp này và các tệp nối tiếp được tính vào tổng hợp.</translation>
    </message>
    <message>
        <source>Accept it all the same</source>
        <translation>Vẫn tiếp nhận</translation>
    </message>
    <message>
        <source>It counts from now on. The other stays here and does not count; it can be decided anew.</source>
        <translation>Từ nay bên này được tính vào tổng hợp. Bên kia vẫn được giữ nhưng không tính; có thể quyết định lại.</translation>
    </message>
    <message>
        <source>Use the agency&apos;s file?</source>
        <translation>Lấy tệp của đơn vị?</translation>
    </message>
    <message>
        <source>Keep the entry?</source>
        <translation>Giữ số liệu nhập thay?</translation>
    </message>
    <message>
        <source>Use the agency&apos;s file</source>
        <translation>Lấy tệp của đơn vị</translation>
    </message>
    <message>
        <source>Keep the entry</source>
        <translation>Giữ số liệu nhập thay</translation>
    </message>
</context>
<context>
    <name>RevokeDialog</name>
    <message>
        <source>Revoke the key of {who}</source>
        <translation>Thu hồi khóa của {who}</translation>
    </message>
    <message>
        <source>Revoke the key</source>
        <translation>Thu hồi khóa</translation>
    </message>
    <message>
        <source>Submissions received under this key so far: {count}. They stay good.</source>
        <translation>Số tệp nộp đã nhận theo khóa này: {count}. Các tệp đó vẫn có giá trị.</translation>
    </message>
    <message>
        <source>Whatever comes later under this key is refused, whatever day it claims. The agency makes a new key and you compare its code by telephone.</source>
        <translation>Tệp đến sau theo khóa này sẽ bị từ chối, dù ghi ngày nào. Đơn vị tạo khóa mới và anh/chị đối chiếu mã qua điện thoại.</translation>
    </message>
    <message>
        <source>lost laptop, told by telephone</source>
        <translation>mất máy tính, báo qua điện thoại</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Write why first.</source>
        <translation>Hãy ghi lý do trước.</translation>
    </message>
    <message>
        <source>This key seals nothing more here. The next round file names it no longer, and agencies believe it no longer.</source>
        <translation>Khóa này không niêm phong thêm tệp nào ở đây. Tệp đợt báo cáo kế tiếp không nêu khóa này nữa, và khi mở tệp đó các đơn vị không còn tin khóa.</translation>
    </message>
    <message>
        <source>Go on with a new key, or with the reserve key, which agencies believe at once.</source>
        <translation>Hãy dùng khóa mới, hoặc khóa dự phòng mà các đơn vị tin ngay.</translation>
    </message>
</context>
<context>
    <name>Revoking</name>
    <message>
        <source>the head of {agency}</source>
        <translation>thủ trưởng {agency}</translation>
    </message>
</context>
<context>
    <name>RoundHomePage</name>
    <message>
        <source>Home Affairs&apos; matching code was not compared yet. It takes one telephone call.</source>
        <translation>Chưa đối chiếu mã của Sở Nội vụ. Chỉ cần một cuộc điện thoại.</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Đối chiếu…</translation>
    </message>
    <message>
        <source>Home Affairs returned no. {revision}.</source>
        <translation>Sở Nội vụ đã trả lại tệp nộp lần {revision}.</translation>
    </message>
    <message>
        <source>Fields asked about: {count}.</source>
        <translation>Số chỉ tiêu cần xem lại: {count}.</translation>
    </message>
    <message>
        <source>Answer by {day}.</source>
        <translation>Hạn trả lời: {day}.</translation>
    </message>
    <message>
        <source>Go to the fields</source>
        <translation>Đến các chỉ tiêu</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>Nhập số liệu</translation>
    </message>
    <message>
        <source>{done} of {owed} indicators</source>
        <translation>{done}/{owed} chỉ tiêu</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>Errors: {errors}. Please explain: {open}. Not entered: {blanks}.</source>
        <translation>Lỗi: {errors}. Đề nghị giải trình: {open}. Chưa nhập: {blanks}.</translation>
    </message>
    <message>
        <source>Finish and export</source>
        <translation>Hoàn tất và xuất tệp nộp</translation>
    </message>
    <message>
        <source>Finish and export…</source>
        <translation>Hoàn tất và xuất tệp nộp…</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>Gửi Sở Nội vụ</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Mở tệp…</translation>
    </message>
    <message>
        <source>Answer Home Affairs&apos; questions, then finish and export again</source>
        <translation>Trả lời các câu hỏi của Sở Nội vụ, rồi hoàn tất và xuất lại</translation>
    </message>
    <message>
        <source>Submission no. {revision} has been written</source>
        <translation>Đã xuất tệp nộp lần {revision}</translation>
    </message>
    <message>
        <source>Submissions</source>
        <translation>Tệp nộp</translation>
    </message>
    <message>
        <source>What you export will be listed here.</source>
        <translation>Tệp đã xuất sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Your matching code, to read to Home Affairs by telephone: {code}</source>
        <translation>Mã đối chiếu của đơn vị, đọc cho Sở Nội vụ qua điện thoại: {code}</translation>
    </message>
    <message>
        <source>No. {revision}, {moment}</source>
        <translation>Lần {revision}, {moment}</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Lưu một bản…</translation>
    </message>
    <message>
        <source>Replies of Home Affairs</source>
        <translation>Phản hồi của Sở Nội vụ</translation>
    </message>
    <message>
        <source>Receipts and returns will be listed here once you open them.</source>
        <translation>Phiếu tiếp nhận và trả lại sẽ hiện ở đây sau khi mở.</translation>
    </message>
    <message>
        <source>Receipt: no. {revision} was received {moment}</source>
        <translation>Phiếu tiếp nhận: lần {revision} đã nhận {moment}</translation>
    </message>
    <message>
        <source>Return taken back: no. {revision}</source>
        <translation>Đã rút lại việc trả lại: lần {revision}</translation>
    </message>
    <message>
        <source>Returned: no. {revision}</source>
        <translation>Trả lại: lần {revision}</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>Xem…</translation>
    </message>
    <message>
        <source>The head&apos;s matching code: {code}</source>
        <translation>Mã đối chiếu của thủ trưởng: {code}</translation>
    </message>
    <message>
        <source>The matching codes differ: this round is not from Home Affairs. Enter nothing here, and ask Home Affairs for the right file.</source>
        <translation>Hai mã khác nhau: đợt báo cáo này không phải của Sở Nội vụ. Đừng nhập gì ở đây; hãy xin Sở Nội vụ tệp đúng.</translation>
    </message>
    <message>
        <source>Two officers, two machines</source>
        <translation>Hai người nhập trên hai máy</translation>
    </message>
    <message>
        <source>Does another machine of your agency finish, and this one only enter figures?</source>
        <translation>Máy khác của đơn vị hoàn tất, còn máy này chỉ nhập số liệu?</translation>
    </message>
    <message>
        <source>Data entry only…</source>
        <translation>Chỉ nhập liệu…</translation>
    </message>
    <message>
        <source>This desk was put back on {moment} as Home Affairs had accepted no. {revision}. What was typed after that must be typed again.</source>
        <translation>Bàn làm việc này được khôi phục lúc {moment} theo số liệu Sở Nội vụ đã tiếp nhận ở lần {revision}. Những gì nhập sau đó phải nhập lại.</translation>
    </message>
    <message>
        <source>Writes the correction, no. {next}, which replaces no. {revision}.</source>
        <translation>Xuất bản đính chính, lần {next}, thay cho lần {revision}.</translation>
    </message>
    <message>
        <source>A correction is under way; finish and export it</source>
        <translation>Đang lập bản đính chính; hãy hoàn tất và xuất tệp nộp</translation>
    </message>
    <message>
        <source>Annex…</source>
        <translation>Phụ lục…</translation>
    </message>
    <message>
        <source>Letter {number}</source>
        <translation>Công văn {number}</translation>
    </message>
    <message>
        <source>Letter {number} of {day}</source>
        <translation>Công văn {number} ngày {day}</translation>
    </message>
    <message>
        <source>Writes one small sealed file for Home Affairs.</source>
        <translation>Ghi một tệp nhỏ có niêm phong để gửi Sở Nội vụ.</translation>
    </message>
    <message>
        <source>Send the file by e-mail or on a USB stick.</source>
        <translation>Gửi tệp qua thư điện tử hoặc USB.</translation>
    </message>
    <message>
        <source>Send {file} by e-mail or on a USB stick.</source>
        <translation>Gửi tệp {file} qua thư điện tử hoặc USB.</translation>
    </message>
    <message>
        <source>Copy to a USB stick…</source>
        <translation>Chép ra USB…</translation>
    </message>
    <message>
        <source>Finish and export first.</source>
        <translation>Hãy hoàn tất và xuất tệp nộp trước.</translation>
    </message>
    <message>
        <source>Reply of Home Affairs</source>
        <translation>Phản hồi của Sở Nội vụ</translation>
    </message>
    <message>
        <source>Open the receipt or the return here when it comes.</source>
        <translation>Khi có phiếu tiếp nhận hoặc tệp trả lại, mở tại đây.</translation>
    </message>
    <message>
        <source>Where this round stands</source>
        <translation>Đợt báo cáo đang ở bước nào</translation>
    </message>
    <message>
        <source>Home Affairs has received no. {revision}</source>
        <translation>Sở Nội vụ đã tiếp nhận lần {revision}</translation>
    </message>
    <message>
        <source>Home Affairs has corrected this round (issue {number}).</source>
        <translation>Sở Nội vụ đã điều chỉnh đợt báo cáo này (lần phát hành {number}).</translation>
    </message>
    <message>
        <source>New indicators: {new}; asked again: {again}. All else stands as you sent it.</source>
        <translation>Chỉ tiêu mới: {new}; hỏi lại: {again}. Mọi số liệu khác đã gửi vẫn giữ nguyên.</translation>
    </message>
    <message>
        <source>What you sent stands; there is nothing to do.</source>
        <translation>Số liệu đã gửi giữ nguyên, không phải làm gì thêm.</translation>
    </message>
    <message>
        <source>What you have typed stays.</source>
        <translation>Số liệu đã nhập được giữ nguyên.</translation>
    </message>
    <message>
        <source>Home Affairs entered figures on your behalf on {moment}; they stand in your name. Hand in your own file if they are not right: it is then held beside them.</source>
        <translation>Sở Nội vụ đã nhập thay số liệu cho đơn vị lúc {moment} và đang tính theo số liệu đó. Nếu chưa đúng, hãy gửi tệp của đơn vị để được đối chiếu.</translation>
    </message>
    <message>
        <source>Home Affairs gave you more time, until the end of {day}: {words}</source>
        <translation>Sở Nội vụ gia hạn cho đơn vị đến hết ngày {day}: {words}</translation>
    </message>
    <message>
        <source>Writes no. {next}, which answers the return.</source>
        <translation>Xuất tệp nộp lần {next} để trả lời phần bị trả lại.</translation>
    </message>
    <message>
        <source>{file} has reached Home Affairs.</source>
        <translation>Tệp {file} đã đến Sở Nội vụ.</translation>
    </message>
    <message>
        <source>The receipt for no. {revision} is here.</source>
        <translation>Đã có phiếu tiếp nhận lần {revision}.</translation>
    </message>
</context>
<context>
    <name>RoundPlanDialog</name>
    <message>
        <source>Open a round</source>
        <translation>Mở đợt báo cáo</translation>
    </message>
    <message>
        <source>Open the round</source>
        <translation>Mở đợt</translation>
    </message>
    <message>
        <source>Correct the round</source>
        <translation>Điều chỉnh đợt báo cáo</translation>
    </message>
    <message>
        <source>Make the next issue</source>
        <translation>Phát hành lần mới</translation>
    </message>
    <message>
        <source>Parts of the plan</source>
        <translation>Các phần của đợt báo cáo</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Nội dung điều chỉnh</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ báo cáo</translation>
    </message>
    <message>
        <source>Areas and days</source>
        <translation>Lĩnh vực, ngày chốt</translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Who reports what</source>
        <translation>Giao chỉ tiêu</translation>
    </message>
    <message>
        <source>Demands</source>
        <translation>Yêu cầu kèm theo</translation>
    </message>
    <message>
        <source>{name}, from {file}</source>
        <translation>{name}, từ tệp {file}</translation>
    </message>
    <message>
        <source>{name}, as in {round}</source>
        <translation>{name}, như đợt {round}</translation>
    </message>
    <message>
        <source>{name}, as it comes with the program</source>
        <translation>{name}, có sẵn trong chương trình</translation>
    </message>
    <message>
        <source>Indicator set</source>
        <translation>Bộ chỉ tiêu</translation>
    </message>
    <message>
        <source>Earlier figures: none yet.</source>
        <translation>Số liệu kỳ trước: chưa có.</translation>
    </message>
    <message>
        <source>Earlier figures that travel along, each agency&apos;s own for its form: {rounds}.</source>
        <translation>Số liệu kỳ trước gửi kèm để hiện cạnh ô nhập của từng đơn vị: {rounds}.</translation>
    </message>
    <message>
        <source>Rounds left out, since the file would be too large: {count}, the oldest.</source>
        <translation>Không gửi kèm {count} đợt cũ nhất vì tệp sẽ quá lớn.</translation>
    </message>
    <message>
        <source>Agencies: {agencies} · indicators: {indicators}</source>
        <translation>Đơn vị báo cáo: {agencies} · chỉ tiêu: {indicators}</translation>
    </message>
    <message>
        <source>! The draft of the indicator set is not used in this round. To use it: press “Use for a new round…” in “Indicators, agencies”.</source>
        <translation>! Có bản thảo bộ chỉ tiêu chưa dùng trong đợt này. Muốn dùng: vào “Bộ chỉ tiêu, đơn vị”, bấm “Dùng cho đợt mới…”.</translation>
    </message>
    <message>
        <source>✕ Give the round a name.</source>
        <translation>✕ Đặt tên cho đợt báo cáo.</translation>
    </message>
    <message>
        <source>✕ Tick at least one area.</source>
        <translation>✕ Chọn ít nhất một lĩnh vực.</translation>
    </message>
    <message>
        <source>✕ The period ends before it begins.</source>
        <translation>✕ Ngày kết thúc kỳ báo cáo trước ngày bắt đầu.</translation>
    </message>
    <message>
        <source>✕ There is a round for this period already. Choose another period or name.</source>
        <translation>✕ Kỳ này đã có đợt báo cáo. Chọn kỳ hoặc tên khác.</translation>
    </message>
    <message>
        <source>✕ Nobody would have anything to report.</source>
        <translation>✕ Không đơn vị nào có chỉ tiêu để báo cáo.</translation>
    </message>
    <message>
        <source>! Indicators that nobody reports: {count}. See “Who reports what”.</source>
        <translation>! Chưa có đơn vị báo cáo: {count} chỉ tiêu. Xem “Giao chỉ tiêu”.</translation>
    </message>
    <message>
        <source>! A cut-off day lies after the deadline.</source>
        <translation>! Có thời điểm chốt số liệu sau hạn gửi.</translation>
    </message>
    <message>
        <source>! The deadline has passed already.</source>
        <translation>! Hạn gửi đã qua.</translation>
    </message>
    <message>
        <source>Type the passphrase first.</source>
        <translation>Gõ mật khẩu trước.</translation>
    </message>
    <message>
        <source>Say first what is corrected.</source>
        <translation>Ghi nội dung điều chỉnh trước.</translation>
    </message>
    <message>
        <source>{name}, as it is drawn here</source>
        <translation>{name}, theo bản đang soạn</translation>
    </message>
</context>
<context>
    <name>RoundsBox</name>
    <message>
        <source>All rounds ({count})</source>
        <translation>Tất cả các đợt ({count})</translation>
    </message>
    <message>
        <source>Chosen rounds</source>
        <translation>Chọn từng đợt</translation>
    </message>
    <message>
        <source>{round}: as closed, no. {number} · {code}…</source>
        <translation>{round}: số liệu chốt lần {number} · {code}…</translation>
    </message>
    <message>
        <source>Rounds to export</source>
        <translation>Các đợt cần xuất</translation>
    </message>
    <message>
        <source>The whole report</source>
        <translation>Toàn tỉnh (số tổng hợp)</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Đợt báo cáo</translation>
    </message>
    <message>
        <source>Whose figures</source>
        <translation>Số liệu của</translation>
    </message>
    <message>
        <source>What was closed are the totals of all agencies.</source>
        <translation>Số liệu đã chốt là số tổng hợp của tất cả các đơn vị.</translation>
    </message>
</context>
<context>
    <name>RoundsPage</name>
    <message>
        <source>Rounds</source>
        <translation>Đợt báo cáo</translation>
    </message>
    <message>
        <source>Save the round file…</source>
        <translation>Lưu tệp đợt báo cáo…</translation>
    </message>
    <message>
        <source>Save receipts for all…</source>
        <translation>Lưu phiếu tiếp nhận chung…</translation>
    </message>
    <message>
        <source>Open a new round…</source>
        <translation>Mở đợt mới…</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Đợt báo cáo</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Hạn gửi</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Đã nhận</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Indicator set</source>
        <translation>Bộ chỉ tiêu</translation>
    </message>
    <message>
        <source>Hand out…</source>
        <translation>Phát hành…</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>Điều chỉnh…</translation>
    </message>
    <message>
        <source>Hand out makes one folder to send to every agency. Open a line to see its board.</source>
        <translation>Phát hành tạo một thư mục để gửi cho mọi đơn vị. Mở một dòng để xem bảng theo dõi của đợt.</translation>
    </message>
    <message>
        <source>Closing…</source>
        <translation>Chốt số liệu…</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Chốt số liệu</translation>
    </message>
    <message>
        <source>Earlier figures…</source>
        <translation>Số liệu kỳ trước…</translation>
    </message>
    <message>
        <source>as reported</source>
        <translation>đã báo cáo</translation>
    </message>
    <message>
        <source>These are earlier figures: no agency was asked.</source>
        <translation>Đây là số liệu kỳ trước: không có đơn vị nào được giao báo cáo.</translation>
    </message>
</context>
<context>
    <name>RowPanel</name>
    <message>
        <source>About the chosen row</source>
        <translation>Về dòng đang chọn</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Quy tắc</translation>
    </message>
    <message>
        <source>Name, in Vietnamese</source>
        <translation>Tên tiếng Việt</translation>
    </message>
    <message>
        <source>Name, in English</source>
        <translation>Tên tiếng Anh</translation>
    </message>
    <message>
        <source>Kind of figure</source>
        <translation>Loại số liệu</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Cách tính</translation>
    </message>
    <message>
        <source>Unit, in Vietnamese</source>
        <translation>Đơn vị tính tiếng Việt</translation>
    </message>
    <message>
        <source>Unit, in English</source>
        <translation>Đơn vị tính tiếng Anh</translation>
    </message>
    <message>
        <source>Reported by</source>
        <translation>Đơn vị báo cáo</translation>
    </message>
    <message>
        <source>Printed as reported by</source>
        <translation>Tên đơn vị in trên biểu</translation>
    </message>
    <message>
        <source>The agencies&apos; figures together</source>
        <translation>Cách tổng hợp</translation>
    </message>
    <message>
        <source>Weighed by</source>
        <translation>Trọng số theo</translation>
    </message>
    <message>
        <source>Numerator</source>
        <translation>Tử số</translation>
    </message>
    <message>
        <source>Denominator</source>
        <translation>Mẫu số</translation>
    </message>
    <message>
        <source>Digits printed at least</source>
        <translation>Số chữ số in tối thiểu</translation>
    </message>
    <message>
        <source>Rules ({count})</source>
        <translation>Quy tắc ({count})</translation>
    </message>
    <message>
        <source>No row yet. “New row…” begins the table.</source>
        <translation>Chưa có dòng nào. Bấm “Dòng mới…” để bắt đầu.</translation>
    </message>
    <message>
        <source>A heading: nothing is asked in this row.</source>
        <translation>Dòng tiêu đề: không hỏi số liệu.</translation>
    </message>
    <message>
        <source>Known as: {id}</source>
        <translation>Mã: {id}</translation>
    </message>
    <message>
        <source>nothing: all count alike</source>
        <translation>không: các đơn vị như nhau</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>chọn</translation>
    </message>
</context>
<context>
    <name>RowsView</name>
    <message>
        <source>No.</source>
        <translation>STT</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Kind of figure</source>
        <translation>Loại số liệu</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị tính</translation>
    </message>
    <message>
        <source>Reported by</source>
        <translation>Đơn vị báo cáo</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Tổng hợp</translation>
    </message>
    <message>
        <source>Nobody reports this.</source>
        <translation>Chưa có đơn vị báo cáo.</translation>
    </message>
    <message>
        <source>Rows of the table</source>
        <translation>Các dòng của biểu</translation>
    </message>
    <message>
        <source>New row…</source>
        <translation>Dòng mới…</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>Bãi bỏ</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Lên</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Xuống</translation>
    </message>
    <message>
        <source>Deeper</source>
        <translation>Lùi vào</translation>
    </message>
    <message>
        <source>Less deep</source>
        <translation>Lùi ra</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Bỏ dòng</translation>
    </message>
</context>
<context>
    <name>RuleBox</name>
    <message>
        <source>Rules</source>
        <translation>Quy tắc</translation>
    </message>
    <message>
        <source>New rule…</source>
        <translation>Quy tắc mới…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Sửa…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Try it on the figures of</source>
        <translation>Thử trên số liệu của</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Thử</translation>
    </message>
    <message>
        <source>What the rule finds</source>
        <translation>Quy tắc tìm thấy</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Quy tắc</translation>
    </message>
    <message>
        <source>Nothing to try: not asked then: {names}.</source>
        <translation>Không thử được, đợt đó không hỏi: {names}.</translation>
    </message>
    <message>
        <source>No agency gave all the figures that this rule looks at.</source>
        <translation>Không đơn vị nào có đủ số liệu mà quy tắc xét đến.</translation>
    </message>
    <message>
        <source>Agencies with all the figures: {tried} · found: {found}</source>
        <translation>Đơn vị có đủ số liệu: {tried} · vi phạm: {found}</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>There is no rule here, or no round with figures yet.</source>
        <translation>Chưa có quy tắc, hoặc chưa có đợt nào có số liệu.</translation>
    </message>
</context>
<context>
    <name>RuleDialog</name>
    <message>
        <source>A new rule</source>
        <translation>Quy tắc mới</translation>
    </message>
    <message>
        <source>Change a rule</source>
        <translation>Sửa quy tắc</translation>
    </message>
    <message>
        <source>Set the rule</source>
        <translation>Đặt quy tắc</translation>
    </message>
    <message>
        <source>What the rule says</source>
        <translation>Nội dung quy tắc</translation>
    </message>
    <message>
        <source>A figure against it</source>
        <translation>Số liệu trái quy tắc</translation>
    </message>
    <message>
        <source>This indicator</source>
        <translation>Chỉ tiêu này</translation>
    </message>
    <message>
        <source>is at most</source>
        <translation>không lớn hơn</translation>
    </message>
    <message>
        <source>equals</source>
        <translation>bằng</translation>
    </message>
    <message>
        <source>Sign of part {number}</source>
        <translation>Dấu của thành phần {number}</translation>
    </message>
    <message>
        <source>+ plus</source>
        <translation>+ cộng</translation>
    </message>
    <message>
        <source>− minus</source>
        <translation>− trừ</translation>
    </message>
    <message>
        <source>Part {number}</source>
        <translation>Thành phần {number}</translation>
    </message>
    <message>
        <source>– nothing</source>
        <translation>– không dùng</translation>
    </message>
    <message>
        <source>One more part</source>
        <translation>Thêm thành phần</translation>
    </message>
    <message>
        <source>Not less than</source>
        <translation>Không nhỏ hơn</translation>
    </message>
    <message>
        <source>Not more than</source>
        <translation>Không lớn hơn</translation>
    </message>
    <message>
        <source>Every figure that is a</source>
        <translation>Mọi số liệu kiểu</translation>
    </message>
    <message>
        <source>Times the figure before, or a part of it</source>
        <translation>Gấp hoặc giảm bao nhiêu lần so với kỳ trước</translation>
    </message>
    <message>
        <source>and differs from it by at least</source>
        <translation>và chênh ít nhất</translation>
    </message>
    <message>
        <source>Asks about a figure over a period that is the same as in the period before or last year.</source>
        <translation>Hỏi lại khi số liệu phát sinh trong kỳ trùng với kỳ liền trước hoặc cùng kỳ năm trước.</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>chọn</translation>
    </message>
    <message>
        <source>Type numbers first.</source>
        <translation>Gõ số trước.</translation>
    </message>
</context>
<context>
    <name>SecondKeeping</name>
    <message>
        <source>No second place for copies</source>
        <translation>Chưa có nơi lưu thứ hai</translation>
    </message>
    <message>
        <source>Second copy: being made…</source>
        <translation>Bản sao thứ hai: đang lưu…</translation>
    </message>
    <message>
        <source>Second copy: none yet</source>
        <translation>Bản sao thứ hai: chưa có</translation>
    </message>
    <message>
        <source>Second place not reached; copy: {age}</source>
        <translation>Không tới được nơi lưu thứ hai; bản sao: {age}</translation>
    </message>
    <message>
        <source>Second copy: {age}</source>
        <translation>Bản sao thứ hai: {age}</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>vừa xong</translation>
    </message>
    <message>
        <source>{count} min ago</source>
        <translation>{count} phút trước</translation>
    </message>
    <message>
        <source>{count} h ago</source>
        <translation>{count} giờ trước</translation>
    </message>
    <message>
        <source>{count} days ago</source>
        <translation>{count} ngày trước</translation>
    </message>
</context>
<context>
    <name>SecondPlaceDialog</name>
    <message>
        <source>Second place</source>
        <translation>Nơi lưu thứ hai</translation>
    </message>
    <message>
        <source>Copy now</source>
        <translation>Lưu bản sao ngay</translation>
    </message>
    <message>
        <source>A machine that dies the night before the deadline costs ten minutes when a copy of the workspace and of its key lies elsewhere: on a USB stick that is locked away, or on a colleague&apos;s computer. The program copies by itself ten minutes after a change and when it is closed.</source>
        <translation>Máy hỏng đúng đêm trước hạn chỉ làm chậm mười phút nếu có bản sao của tệp làm việc và khóa ở nơi khác: trên USB cất trong tủ khóa, hoặc trên máy của đồng nghiệp. Chương trình tự lưu bản sao mười phút sau mỗi thay đổi và khi đóng.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Chọn thư mục…</translation>
    </message>
    <message>
        <source>No second place any more</source>
        <translation>Thôi dùng nơi lưu thứ hai</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>No folder is chosen.</source>
        <translation>Chưa chọn thư mục nào.</translation>
    </message>
    <message>
        <source>A copy is being made.</source>
        <translation>Đang lưu bản sao.</translation>
    </message>
    <message>
        <source>Choose a folder first.</source>
        <translation>Hãy chọn thư mục trước.</translation>
    </message>
</context>
<context>
    <name>SeriesChart</name>
    <message>
        <source>No figure yet in any period of this kind.</source>
        <translation>Chưa có số liệu ở kỳ nào cùng loại.</translation>
    </message>
    <message>
        <source>From {first} to {last}: {before} to {now}, {count} periods.</source>
        <translation>Từ {first} đến {last}: {before} → {now}, {count} kỳ.</translation>
    </message>
    <message>
        <source>{round}: {value}, from {coverage} agencies</source>
        <translation>{round}: {value}, từ {coverage} đơn vị</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Tùy chọn</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Theo hệ thống</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>High contrast, black</source>
        <translation>Tương phản cao, nền đen</translation>
    </message>
    <message>
        <source>High contrast, white</source>
        <translation>Tương phản cao, nền trắng</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Giao diện</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Cỡ chữ</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>Settling</name>
    <message>
        <source>✓ Decided. It can be taken back under “Decisions”.</source>
        <translation>✓ Đã quyết định. Có thể rút lại ở trang “Quyết định”.</translation>
    </message>
    <message>
        <source>✓ Taken back. The decision stays in the journal.</source>
        <translation>✓ Đã rút lại. Quyết định vẫn được lưu trong sổ.</translation>
    </message>
</context>
<context>
    <name>SidesView</name>
    <message>
        <source>The sides, field by field</source>
        <translation>So sánh các tệp theo từng chỉ tiêu</translation>
    </message>
    <message>
        <source>Sealed by {name}, matching code {code}</source>
        <translation>{name} niêm phong, mã đối chiếu {code}</translation>
    </message>
    <message>
        <source>Says it was sealed {signed}; received {received}; file {file}</source>
        <translation>Ghi niêm phong lúc {signed}; nhận {received}; tệp {file}</translation>
    </message>
    <message>
        <source>This one was chosen</source>
        <translation>Đã lấy tệp này</translation>
    </message>
    <message>
        <source>This one holds</source>
        <translation>Lấy tệp này</translation>
    </message>
    <message>
        <source>Side {letter} holds</source>
        <translation>Lấy tệp {letter}</translation>
    </message>
    <message>
        <source>These fields differ: {count}</source>
        <translation>Số chỉ tiêu khác nhau: {count}</translation>
    </message>
    <message>
        <source>Every field says the same. The files differ only in when they were sealed, or by whom.</source>
        <translation>Mọi chỉ tiêu đều giống nhau. Các tệp chỉ khác thời điểm hoặc người niêm phong.</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Side {letter}</source>
        <translation>Tệp {letter}</translation>
    </message>
    <message>
        <source>Fields that agree: {count}</source>
        <translation>Số chỉ tiêu giống nhau: {count}</translation>
    </message>
    <message>
        <source>Explanation: {words}</source>
        <translation>Giải trình: {words}</translation>
    </message>
    <message>
        <source>Digital signature of {name} (certificate by {issuer}), matching code {code}</source>
        <translation>Chữ ký số của {name} (chứng thư do {issuer} cấp), mã đối chiếu {code}</translation>
    </message>
    <message>
        <source>Entered on behalf</source>
        <translation>Nhập thay đơn vị</translation>
    </message>
    <message>
        <source>Counts now</source>
        <translation>Đang được tính</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Chờ xử lý</translation>
    </message>
    <message>
        <source>Submission</source>
        <translation>Tệp nộp</translation>
    </message>
</context>
<context>
    <name>SourceBox</name>
    <message>
        <source>Where the figures come from</source>
        <translation>Nguồn số liệu</translation>
    </message>
    <message>
        <source>name, office, telephone number</source>
        <translation>họ tên, chức vụ, số điện thoại</translation>
    </message>
    <message>
        <source>number and date of the letter</source>
        <translation>số, ngày văn bản</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cách cung cấp</translation>
    </message>
    <message>
        <source>Who gave them</source>
        <translation>Người cung cấp</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Thời điểm</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Attach a scan…</source>
        <translation>Đính kèm bản quét…</translation>
    </message>
    <message>
        <source>Or drop it here: PDF, picture, Excel.</source>
        <translation>Hoặc thả tệp vào đây: PDF, ảnh, Excel.</translation>
    </message>
    <message>
        <source>By telephone</source>
        <translation>Qua điện thoại</translation>
    </message>
    <message>
        <source>On stamped paper</source>
        <translation>Văn bản có dấu</translation>
    </message>
    <message>
        <source>In the Excel form</source>
        <translation>Biểu Excel</translation>
    </message>
    <message>
        <source>Another way</source>
        <translation>Cách khác</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Bỏ ra</translation>
    </message>
    <message>
        <source>Take out: {file}</source>
        <translation>Bỏ ra: {file}</translation>
    </message>
</context>
<context>
    <name>StandstillLine</name>
    <message>
        <source>Unchanged since {period}: {count}</source>
        <translation>Không thay đổi so với kỳ {period}: {count} chỉ tiêu</translation>
    </message>
    <message>
        <source>Unchanged: {count}</source>
        <translation>Không thay đổi: {count} chỉ tiêu</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Administrative reform reports, filled in at the agency, merged at Home Affairs</source>
        <translation>Báo cáo cải cách hành chính: đơn vị nhập, Sở Nội vụ tổng hợp</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Mở tệp…</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Open the round file that Home Affairs sent, or your workspace. You can also drop it here.</source>
        <translation>Mở tệp đợt báo cáo do Sở Nội vụ gửi, hoặc tệp làm việc của đơn vị. Cũng có thể thả tệp vào đây.</translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>Thiết lập…</translation>
    </message>
    <message>
        <source>Home Affairs</source>
        <translation>Sở Nội vụ</translation>
    </message>
    <message>
        <source>Set up the province and its agencies once; then open the first round.</source>
        <translation>Thiết lập tỉnh và các đơn vị một lần, sau đó mở đợt đầu tiên.</translation>
    </message>
    <message>
        <source>Go on with</source>
        <translation>Làm tiếp</translation>
    </message>
    <message>
        <source>Found on this machine</source>
        <translation>Tìm thấy trên máy này</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>hạn {day}</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Tùy chọn…</translation>
    </message>
</context>
<context>
    <name>StepLine</name>
    <message>
        <source>next step</source>
        <translation>bước tiếp theo</translation>
    </message>
</context>
<context>
    <name>TablesDialog</name>
    <message>
        <source>Areas and tables</source>
        <translation>Lĩnh vực, biểu</translation>
    </message>
    <message>
        <source>New area…</source>
        <translation>Lĩnh vực mới…</translation>
    </message>
    <message>
        <source>New table…</source>
        <translation>Biểu mới…</translation>
    </message>
    <message>
        <source>Titles…</source>
        <translation>Tên…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Lên</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Xuống</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>indicators: {count}</source>
        <translation>chỉ tiêu: {count}</translation>
    </message>
    <message>
        <source>Area, and its tables</source>
        <translation>Lĩnh vực và các biểu</translation>
    </message>
    <message>
        <source>An area&apos;s titles</source>
        <translation>Tên lĩnh vực</translation>
    </message>
    <message>
        <source>Title as printed</source>
        <translation>Tên in trên biểu</translation>
    </message>
    <message>
        <source>Short name, in Vietnamese</source>
        <translation>Tên ngắn tiếng Việt</translation>
    </message>
    <message>
        <source>Short name, in English</source>
        <translation>Tên ngắn tiếng Anh</translation>
    </message>
    <message>
        <source>Head of the board&apos;s column, in Vietnamese</source>
        <translation>Đầu cột bảng theo dõi, tiếng Việt</translation>
    </message>
    <message>
        <source>Head of the board&apos;s column, in English</source>
        <translation>Đầu cột bảng theo dõi, tiếng Anh</translation>
    </message>
    <message>
        <source>A new table</source>
        <translation>Biểu mới</translation>
    </message>
    <message>
        <source>Title, in Vietnamese</source>
        <translation>Tên tiếng Việt</translation>
    </message>
    <message>
        <source>Title, in English</source>
        <translation>Tên tiếng Anh</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Bố cục</translation>
    </message>
    <message>
        <source>indicators down, periods across</source>
        <translation>chỉ tiêu theo dòng, kỳ theo cột</translation>
    </message>
    <message>
        <source>periods down, indicators across</source>
        <translation>kỳ theo dòng, chỉ tiêu theo cột</translation>
    </message>
    <message>
        <source>A table&apos;s title</source>
        <translation>Tên biểu</translation>
    </message>
</context>
<context>
    <name>TablesPage</name>
    <message>
        <source>Tables</source>
        <translation>Các bảng</translation>
    </message>
    <message>
        <source>Consolidated table</source>
        <translation>Bảng tổng hợp</translation>
    </message>
    <message>
        <source>{sign} Agencies that have answered, of those that are asked.</source>
        <translation>{sign} Số đơn vị đã có số liệu trên số đơn vị được giao.</translation>
    </message>
    <message>
        <source>Earlier rounds are being added: {count}</source>
        <translation>Đang đọc thêm các đợt trước: còn {count}</translation>
    </message>
    <message>
        <source>Figures that stand out…</source>
        <translation>Số liệu khác thường…</translation>
    </message>
    <message>
        <source>Figures that stand out ({count})…</source>
        <translation>Số liệu khác thường ({count})…</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>STT</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Reported by</source>
        <translation>Đơn vị báo cáo</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ báo cáo</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>{period} (to {day})</source>
        <translation>{period} (đến {day})</translation>
    </message>
    <message>
        <source>For the ministry&apos;s software… (Ctrl+K)</source>
        <translation>Nhập lại vào phần mềm của Bộ… (Ctrl+K)</translation>
    </message>
    <message>
        <source>{table} (to {period})</source>
        <translation>{table} (đến {period})</translation>
    </message>
</context>
<context>
    <name>TakeBackDialog</name>
    <message>
        <source>Take a decision back</source>
        <translation>Rút lại quyết định</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Rút lại</translation>
    </message>
    <message>
        <source>It stays in the journal, with who decided it and who took it back.</source>
        <translation>Quyết định vẫn được lưu trong sổ, kèm người quyết định và người rút lại.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Write why first.</source>
        <translation>Hãy ghi lý do.</translation>
    </message>
</context>
<context>
    <name>TakeButton</name>
    <message>
        <source>Take {count}</source>
        <translation>Nhận {count} dòng</translation>
    </message>
    <message>
        <source>Take {count}, replacing {replaced}</source>
        <translation>Nhận {count} dòng, thay {replaced} số đang có</translation>
    </message>
    <message>
        <source>Nothing is ticked.</source>
        <translation>Chưa chọn dòng nào.</translation>
    </message>
</context>
<context>
    <name>TakenListDialog</name>
    <message>
        <source>A list from Excel</source>
        <translation>Danh sách từ Excel</translation>
    </message>
    <message>
        <source>What is to be said of the list</source>
        <translation>Nhận xét về danh sách</translation>
    </message>
    <message>
        <source>What it would change</source>
        <translation>Danh sách sẽ thay đổi</translation>
    </message>
    <message>
        <source>Into the draft</source>
        <translation>Đưa vào bản thảo</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Không nhập</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>{file} was not taken in. To be mended there: {count}. Then take it in once more.</source>
        <translation>Chưa nhập {file}. Số chỗ phải sửa trong tệp: {count}. Sửa rồi nhập lại.</translation>
    </message>
    <message>
        <source>All in {file} is so already.</source>
        <translation>Mọi điều trong {file} đã đúng như bản thảo.</translation>
    </message>
    <message>
        <source>{file} can be taken in. It changes this:</source>
        <translation>Nhập được {file}. Các thay đổi:</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Trang tính</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Cột</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Vấn đề</translation>
    </message>
</context>
<context>
    <name>TotalPane</name>
    <message>
        <source>Adjust… (A)</source>
        <translation>Điều chỉnh… (A)</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>Số liệu các đơn vị</translation>
    </message>
    <message>
        <source>{round}: {value}, from {coverage} agencies</source>
        <translation>{round}: {value}, từ {coverage} đơn vị</translation>
    </message>
    <message>
        <source>{round}: {value}, as reported at the time</source>
        <translation>{round}: {value}, theo số đã báo cáo</translation>
    </message>
    <message>
        <source>, of which {count} entered on behalf</source>
        <translation>, trong đó {count} nhập thay</translation>
    </message>
    <message>
        <source>; {count} not compared</source>
        <translation>; {count} đơn vị chưa đối chiếu</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>Charts…</source>
        <translation>Biểu đồ…</translation>
    </message>
    <message>
        <source>Printed: {name}</source>
        <translation>Trong biểu: {name}</translation>
    </message>
    <message>
        <source>Computed: row {part} ({numerator}) out of row {whole} ({denominator})</source>
        <translation>Tự tính: dòng {part} ({numerator}) trên dòng {whole} ({denominator})</translation>
    </message>
</context>
<context>
    <name>Tracing</name>
    <message>
        <source>✓ Saved to {file}</source>
        <translation>✓ Đã lưu vào {file}</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Lưu tệp</translation>
    </message>
</context>
<context>
    <name>Trust</name>
    <message>
        <source>It stands in their program on the page of the round, and under “Your key…”.</source>
        <translation>Mã hiện trên trang đợt báo cáo trong chương trình của đơn vị và ở mục “Khóa của đơn vị…”.</translation>
    </message>
    <message>
        <source>Then this file is not theirs. It is put aside and never counts. Tell them at once.</source>
        <translation>Vậy tệp này không phải của họ. Tệp được để riêng và không bao giờ tính vào số liệu. Hãy báo ngay cho đơn vị.</translation>
    </message>
    <message>
        <source>Put it aside</source>
        <translation>Để riêng</translation>
    </message>
    <message>
        <source>It stands in their program under “Agencies and keys”, “Home Affairs&apos; key…”.</source>
        <translation>Mã hiện ở mục “Đơn vị và khóa xác thực”, nút “Khóa của Sở Nội vụ…” trong chương trình của Sở.</translation>
    </message>
    <message>
        <source>Then this file is not from Home Affairs. Do not use it, and tell them at once.</source>
        <translation>Vậy tệp này không phải của Sở Nội vụ. Không dùng tệp này và báo ngay cho Sở.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Bỏ qua tệp</translation>
    </message>
    <message>
        <source>It stands in their program on the page of the round, below their own code.</source>
        <translation>Mã hiện trên trang đợt báo cáo trong chương trình của đơn vị, dưới mã của đơn vị.</translation>
    </message>
</context>
<context>
    <name>Trying</name>
    <message>
        <source>Preparing the trial run…</source>
        <translation>Đang chuẩn bị chạy thử…</translation>
    </message>
    <message>
        <source>Trial run: everything here will be thrown away. Three agencies have sent their files: drop them on this window. Passphrase of the trial: {passphrase}</source>
        <translation>Chạy thử: mọi thứ ở đây sẽ bị bỏ. Ba đơn vị đã gửi tệp về: hãy kéo thả các tệp đó vào cửa sổ này. Mật khẩu chạy thử: {passphrase}</translation>
    </message>
    <message>
        <source>Show the files</source>
        <translation>Mở thư mục tệp</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Bỏ bản chạy thử</translation>
    </message>
</context>
<context>
    <name>TurnDeskDialog</name>
    <message>
        <source>Make this the main desk</source>
        <translation>Chuyển thành máy chính</translation>
    </message>
    <message>
        <source>This machine finishes</source>
        <translation>Máy này hoàn tất</translation>
    </message>
    <message>
        <source>Data entry only</source>
        <translation>Chỉ nhập liệu</translation>
    </message>
    <message>
        <source>This machine only enters</source>
        <translation>Máy này chỉ nhập liệu</translation>
    </message>
    <message>
        <source>This machine has handed in already in this round; the next file must come from it as well.</source>
        <translation>Máy này đã nộp trong đợt này; tệp nộp tiếp theo cũng phải do máy này xuất.</translation>
    </message>
    <message>
        <source>From now on this machine checks, seals and hands in. What was entered stays.</source>
        <translation>Từ nay máy này kiểm tra, niêm phong và nộp. Số liệu đã nhập được giữ nguyên.</translation>
    </message>
    <message>
        <source>One machine of an agency finishes. If two do, their files contradict each other at Home Affairs. If the other one has handed in already, go on there, and pass figures as a file.</source>
        <translation>Mỗi đơn vị chỉ có một máy hoàn tất. Nếu hai máy cùng hoàn tất, Sở Nội vụ sẽ nhận hai tệp mâu thuẫn nhau. Nếu máy kia đã nộp thì tiếp tục ở máy kia và chuyển số liệu bằng tệp.</translation>
    </message>
    <message>
        <source>From now on this machine only enters figures and exports areas for the machine that finishes. What was entered, sent and received stays, and so does the key.</source>
        <translation>Từ nay máy này chỉ nhập số liệu và xuất lĩnh vực cho máy hoàn tất. Những gì đã nhập, đã nộp, đã nhận và khóa xác thực vẫn giữ nguyên.</translation>
    </message>
    <message>
        <source>Do this where another machine of your agency finishes. It can be turned back.</source>
        <translation>Chỉ làm khi đã có máy khác của đơn vị hoàn tất. Có thể chuyển lại.</translation>
    </message>
</context>
<context>
    <name>TwoOfficers</name>
    <message>
        <source>✓ Taken: {count}, {time}</source>
        <translation>✓ Đã nhận: {count} ô, {time}</translation>
    </message>
</context>
<context>
    <name>UnitListDialog</name>
    <message>
        <source>Subordinate units</source>
        <translation>Đơn vị trực thuộc</translation>
    </message>
    <message>
        <source>One unit a line, in your order. A column copied from Excel can be pasted here.</source>
        <translation>Mỗi dòng một đơn vị, theo thứ tự của đơn vị mình. Có thể dán một cột từ Excel.</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Lưu danh sách</translation>
    </message>
</context>
<context>
    <name>UnitsTab</name>
    <message>
        <source>List of units…</source>
        <translation>Danh sách đơn vị…</translation>
    </message>
    <message>
        <source>Write the list of your subordinate units once; it is kept from round to round.</source>
        <translation>Chỉ cần lập danh sách đơn vị trực thuộc một lần; chương trình giữ lại cho các kỳ sau.</translation>
    </message>
    <message>
        <source>of them (numerator)</source>
        <translation>số đạt (tử số)</translation>
    </message>
    <message>
        <source>out of (denominator)</source>
        <translation>trên tổng số (mẫu số)</translation>
    </message>
    <message>
        <source>{unit}, denominator</source>
        <translation>{unit}, mẫu số</translation>
    </message>
    <message>
        <source>{unit}: which one do you mean?</source>
        <translation>{unit}: hiểu theo cách nào?</translation>
    </message>
    <message>
        <source>Rows that were not taken, since no unit has their name or they are no figures: {count}</source>
        <translation>Số dòng không nhận được, vì không có đơn vị trùng tên hoặc không phải số liệu: {count}</translation>
    </message>
    <message>
        <source>Sum: {sum}</source>
        <translation>Tổng: {sum}</translation>
    </message>
    <message>
        <source>Missing: {units}</source>
        <translation>Chưa có số: {units}</translation>
    </message>
</context>
<context>
    <name>UpdateDialog</name>
    <message>
        <source>A newer ReformDesk is needed</source>
        <translation>Cần ReformDesk phiên bản mới hơn</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>“{file}” was made by a newer program than this one (ReformDesk {version}).</source>
        <translation>Tệp “{file}” do phiên bản mới hơn phiên bản đang dùng (ReformDesk {version}) tạo ra.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>Compared by telephone: the codes agree</source>
        <translation>Đã gọi điện đối chiếu: hai mã trùng nhau</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>{file} came along with it. Its seal is being checked…</source>
        <translation>Kèm theo có {file}. Đang kiểm tra niêm phong…</translation>
    </message>
    <message>
        <source>Install the newer ReformDesk, then open the file again. The installer is in the folder that Home Affairs sends with the round; keep the file beside it, and the program offers it here.</source>
        <translation>Hãy cài ReformDesk phiên bản mới, rồi mở lại tệp này. Bản cài đặt nằm trong thư mục phát hành mà Sở Nội vụ gửi kèm đợt báo cáo; mở tệp ngay từ thư mục đó, chương trình sẽ đề nghị cài.</translation>
    </message>
    <message>
        <source>If you do not have it, ask Home Affairs: {contact}.</source>
        <translation>Nếu chưa có, xin liên hệ Sở Nội vụ: {contact}.</translation>
    </message>
    <message>
        <source>If you do not have it, ask Home Affairs.</source>
        <translation>Nếu chưa có, xin liên hệ Sở Nội vụ.</translation>
    </message>
    <message>
        <source>{file} is sealed by a key that does not speak for Home Affairs any more ({name}, {code}). Do not start it; ask Home Affairs for one under their present key.</source>
        <translation>{file} được niêm phong bằng khóa không còn là khóa của Sở Nội vụ ({name}, {code}). Không chạy tệp này; đề nghị Sở Nội vụ gửi bản niêm phong bằng khóa hiện nay.</translation>
    </message>
    <message>
        <source>ReformDesk {version} came along with it, sealed by Home Affairs ({name}).</source>
        <translation>Kèm theo có ReformDesk {version}, do Sở Nội vụ niêm phong ({name}).</translation>
    </message>
    <message>
        <source>{file} is for Windows. Open it there, or ask whoever looks after this machine.</source>
        <translation>{file} chỉ dùng cho Windows. Hãy mở trên máy chạy Windows, hoặc hỏi cán bộ phụ trách máy tính.</translation>
    </message>
    <message>
        <source>The program closes and the installer begins. What you entered is kept; afterwards open the file again.</source>
        <translation>Chương trình sẽ đóng và bắt đầu cài đặt. Số liệu đã nhập được giữ nguyên; cài xong hãy mở lại tệp.</translation>
    </message>
    <message>
        <source>Install ReformDesk {version}</source>
        <translation>Cài ReformDesk {version}</translation>
    </message>
    <message>
        <source>ReformDesk {version} came along with it. No desk on this machine knows Home Affairs&apos; key yet, so it could not be checked who sealed it; the seal names {name}.</source>
        <translation>Kèm theo có ReformDesk {version}. Máy này chưa có tệp làm việc nào biết khóa của Sở Nội vụ nên không kiểm tra được ai đã niêm phong; niêm phong ghi tên {name}.</translation>
    </message>
    <message>
        <source>Telephone Home Affairs, on a number that you know, and let them read their code to you.</source>
        <translation>Gọi cho Sở Nội vụ theo số điện thoại đã biết từ trước và đề nghị đọc mã.</translation>
    </message>
    <message>
        <source>It stands in their program under “Agencies and keys”, “Home Affairs&apos; key…”.</source>
        <translation>Mã hiện ở mục “Đơn vị và khóa xác thực”, nút “Khóa của Sở Nội vụ…” trong chương trình của Sở.</translation>
    </message>
    <message>
        <source>Every letter must be the same.</source>
        <translation>Từng chữ, từng số phải giống nhau.</translation>
    </message>
    <message>
        <source>Compare the code by telephone first.</source>
        <translation>Hãy gọi điện đối chiếu mã trước.</translation>
    </message>
    <message>
        <source>{file} came along with it, and carries no seal of Home Affairs: it is not offered.</source>
        <translation>Kèm theo có {file} nhưng không có niêm phong của Sở Nội vụ nên chương trình không đề nghị cài.</translation>
    </message>
    <message>
        <source>{file} is sealed by {name} ({code}), and inside it is another version than its name says. Do not start it.</source>
        <translation>{file} có niêm phong của {name} ({code}) nhưng bên trong là phiên bản khác với tên tệp. Không chạy tệp này.</translation>
    </message>
    <message>
        <source>{file} is not what Home Affairs sent: its seal does not fit. Do not start it; ask Home Affairs for it once more.</source>
        <translation>{file} không phải bản Sở Nội vụ đã gửi: niêm phong không khớp. Không chạy tệp này; đề nghị Sở Nội vụ gửi lại.</translation>
    </message>
    <message>
        <source>Ask Home Affairs for the sealed installer.</source>
        <translation>Đề nghị Sở Nội vụ gửi bản cài đặt có niêm phong.</translation>
    </message>
    <message>
        <source>Ask Home Affairs for the sealed installer: {contact}.</source>
        <translation>Đề nghị Sở Nội vụ gửi bản cài đặt có niêm phong: {contact}.</translation>
    </message>
    <message>
        <source>ReformDesk {version} came along with it, sealed by a key whose code this machine has not compared yet: {name}.</source>
        <translation>Kèm theo có ReformDesk {version}, niêm phong bằng khóa chưa được đối chiếu mã trên máy này: {name}.</translation>
    </message>
</context>
<context>
    <name>ValueField</name>
    <message>
        <source>Held (x)</source>
        <translation>Có tổ chức (x)</translation>
    </message>
    <message>
        <source>Other answers: {name}</source>
        <translation>Câu trả lời khác: {name}</translation>
    </message>
</context>
<context>
    <name>VerdictDialog</name>
    <message>
        <source>Agree to the request</source>
        <translation>Đồng ý đính chính</translation>
    </message>
    <message>
        <source>Decline the request</source>
        <translation>Không đồng ý đính chính</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>Đồng ý</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Không đồng ý</translation>
    </message>
    <message>
        <source>Your words go back with the next reply. The earlier figure stays, and both are kept.</source>
        <translation>Ý kiến được gửi lại trong phiếu tiếp nhận tiếp theo. Số đã báo cáo giữ nguyên, cả hai số đều được lưu lại.</translation>
    </message>
    <message>
        <source>Words for the agency</source>
        <translation>Ý kiến gửi đơn vị</translation>
    </message>
    <message>
        <source>Write why first.</source>
        <translation>Hãy ghi lý do trước.</translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <source>Waiting for your decision</source>
        <translation>Chờ xử lý</translation>
    </message>
    <message>
        <source>Nothing here counts in the totals until you decide. Open a line to see it.</source>
        <translation>Các tệp ở đây chưa tính vào tổng hợp cho đến khi được xử lý. Mở một dòng để xem.</translation>
    </message>
    <message>
        <source>Nothing is waiting</source>
        <translation>Không có tệp nào chờ xử lý</translation>
    </message>
    <message>
        <source>Files with a new key, a missing number or two versions will be listed here.</source>
        <translation>Tệp có khóa mới, thiếu lần nộp trước hoặc có hai bản khác nhau sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Lần</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Matching code</source>
        <translation>Mã đối chiếu</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Nhận lúc</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Decide… (D)</source>
        <translation>Xử lý… (D)</translation>
    </message>
</context>
<context>
    <name>WhyDialog</name>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Write why first.</source>
        <translation>Ghi lý do trước.</translation>
    </message>
</context>
<context>
    <name>WithdrawDialog</name>
    <message>
        <source>Withdraw what was entered for {agency}?</source>
        <translation>Rút số liệu nhập thay {agency}?</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Rút</translation>
    </message>
    <message>
        <source>It stays here and counts no more. What the agency has sent itself, if anything, counts again.</source>
        <translation>Số liệu này vẫn được lưu nhưng không còn được tính. Nếu đơn vị đã tự gửi tệp thì tệp đó lại được tính.</translation>
    </message>
</context>
<context>
    <name>WritingDialog</name>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
</context>
<context>
    <name>WritingRecovery</name>
    <message>
        <source>Save the recovery file</source>
        <translation>Lưu tệp khôi phục</translation>
    </message>
    <message>
        <source>✓ Saved to {file}</source>
        <translation>✓ Đã lưu vào {file}</translation>
    </message>
    <message>
        <source>✓ Saved to {file}; older rounds that had no room: {count}</source>
        <translation>✓ Đã lưu vào {file}; số đợt cũ không đủ chỗ: {count}</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>Other answers (Alt+Down)</source>
        <translation>Câu trả lời khác (Alt+↓)</translation>
    </message>
</context>
<context>
    <name>_WithBrought</name>
    <message>
        <source>New here: {files} files, {decisions} decisions, {keys} keys.</source>
        <translation>Mang theo: {files} tệp mới, {decisions} quyết định mới, {keys} khóa mới.</translation>
    </message>
    <message>
        <source>Nothing in it is new here.</source>
        <translation>Không có gì mới so với bàn làm việc này.</translation>
    </message>
    <message>
        <source>Decided differently at the two desks, and waiting until you decide: {names}</source>
        <translation>Hai bàn quyết định khác nhau, chờ anh/chị quyết định: {names}</translation>
    </message>
    <message>
        <source>Another key was compared there for: {names}</source>
        <translation>Bên kia đã đối chiếu một khóa khác của: {names}</translation>
    </message>
</context>
<context>
    <name>_WithFacts</name>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} và {count} đơn vị khác</translation>
    </message>
    <message>
        <source>{agency} (no. {revision})</source>
        <translation>{agency} (lần {revision})</translation>
    </message>
    <message>
        <source>The round itself was corrected since.</source>
        <translation>Đợt báo cáo đã được điều chỉnh sau lần chốt đó.</translation>
    </message>
    <message>
        <source>Changed since closing no. {number} · {code}… · figures: {figures}, agencies: {agencies}</source>
        <translation>Thay đổi so với lần chốt {number} · {code}… · chỉ tiêu: {figures}, đơn vị: {agencies}</translation>
    </message>
</context>
<context>
    <name>advice</name>
    <message>
        <source>Telephone the agency at a number you know and compare the code. Until then nobody can say whose file this is.</source>
        <translation>Gọi cho đơn vị theo số đã biết và đối chiếu mã. Trước đó chưa thể nói tệp này của ai.</translation>
    </message>
    <message>
        <source>Ask the agency for the number that is missing: when it comes, this one follows by itself. Where it is lost for good, you can let this one follow all the same.</source>
        <translation>Đề nghị đơn vị gửi lần còn thiếu: khi có, tệp này tự nối tiếp. Nếu lần đó đã mất hẳn, có thể cho tệp này nối tiếp luôn.</translation>
    </message>
    <message>
        <source>Ask the agency which one holds. Which of them came first says nothing about that.</source>
        <translation>Hỏi đơn vị tệp nào đúng. Tệp nào đến trước không nói lên điều gì.</translation>
    </message>
    <message>
        <source>The round was corrected since, and nothing of this file answers what is asked now. Ask the agency to open the new round file and to send again, or accept this one whole.</source>
        <translation>Đợt báo cáo đã được điều chỉnh, không số liệu nào trong tệp này còn khớp với nội dung đang hỏi. Đề nghị đơn vị mở tệp đợt báo cáo mới và gửi lại, hoặc chấp nhận nguyên tệp này.</translation>
    </message>
    <message>
        <source>You can choose anew, or take the choice back.</source>
        <translation>Có thể chọn lại, hoặc rút lại lựa chọn đó.</translation>
    </message>
    <message>
        <source>Somebody compared the code of this file and found another one. It never counts, unless that was a mistake.</source>
        <translation>Khi đối chiếu, mã của tệp này khác mã của đơn vị. Tệp không bao giờ được tính, trừ khi đối chiếu nhầm.</translation>
    </message>
    <message>
        <source>The key was lost or stolen: anybody may have sealed this. Ask the agency to send anew under its new key. Only where you know that this file had come before, say so.</source>
        <translation>Khóa đã mất hoặc bị lấy cắp: ai cũng có thể đã dùng khóa này. Đề nghị đơn vị gửi lại bằng khóa mới. Chỉ khi biết chắc tệp đã đến trước khi thu hồi thì mới xác nhận như vậy.</translation>
    </message>
    <message>
        <source>Nothing can be decided here: the agency has handed this key over to a newer one. Ask it to send these figures anew from the desk that has the new key. If nobody there sealed this file, revoke the old key under “Agencies and keys”.</source>
        <translation>Không có gì để quyết định ở đây: đơn vị đã chuyển từ khóa này sang khóa mới. Đề nghị đơn vị gửi lại số liệu từ máy có khóa mới. Nếu đơn vị không gửi tệp này, hãy thu hồi khóa cũ ở trang “Đơn vị và khóa xác thực”.</translation>
    </message>
    <message>
        <source>Nothing can be decided here: the round demands the signature of the agency&apos;s head. Ask the agency to finish again with it. When the same figures come signed, they count by themselves.</source>
        <translation>Không có gì để quyết định ở đây: đợt báo cáo yêu cầu thủ trưởng đơn vị xác nhận. Đề nghị đơn vị hoàn tất lại, có xác nhận. Khi cùng số liệu đó đến kèm xác nhận, tệp tự được tính.</translation>
    </message>
    <message>
        <source>Telephone the head&apos;s office at a number you know and compare the code.</source>
        <translation>Gọi cho thủ trưởng đơn vị theo số đã biết và đối chiếu mã.</translation>
    </message>
    <message>
        <source>It was changed outside the program, or an older copy was put back. Ask the agency before you accept it.</source>
        <translation>Dữ liệu đã bị sửa ngoài chương trình, hoặc đã khôi phục một bản cũ. Hãy hỏi đơn vị trước khi tiếp nhận.</translation>
    </message>
    <message>
        <source>Two desks of this office corrected the round apart. Agree with your colleague which issue is in force; then tell the agencies.</source>
        <translation>Hai bàn làm việc của Sở đã điều chỉnh đợt báo cáo riêng rẽ. Thống nhất với đồng nghiệp bản nào có hiệu lực, rồi báo cho các đơn vị.</translation>
    </message>
    <message>
        <source>Nothing can be decided here while the round is closed: the printed figures would not be those that were closed. To let this file count, reopen the round with a reason, decide, and close it again with the next number.</source>
        <translation>Đợt báo cáo đã chốt số liệu nên không quyết định ở đây: số đã in phải đúng với số đã chốt. Muốn tính tệp này, hãy mở lại đợt báo cáo (ghi lý do), xử lý, rồi chốt lần tiếp theo.</translation>
    </message>
    <message>
        <source>Home Affairs entered figures on behalf of this agency, and its own file came after that. The entry goes on counting until you say which holds.</source>
        <translation>Sở Nội vụ đã nhập thay đơn vị này, sau đó tệp của chính đơn vị mới đến. Số nhập thay vẫn được tính cho đến khi quyết định lấy bên nào.</translation>
    </message>
    <message>
        <source>Neither decision holds until you decide once more; talk to your colleague first.</source>
        <translation>Chưa bên nào có hiệu lực cho đến khi quyết định lại; hãy trao đổi với đồng nghiệp trước.</translation>
    </message>
</context>
<context>
    <name>agencies</name>
    <message>
        <source>{count} departments and sectors</source>
        <translation>{count} sở, ngành</translation>
    </message>
    <message>
        <source>{count} districts</source>
        <translation>{count} đơn vị cấp huyện</translation>
    </message>
    <message>
        <source>{count} communes and wards</source>
        <translation>{count} đơn vị cấp xã</translation>
    </message>
    <message>
        <source>{count} agencies</source>
        <translation>{count} đơn vị</translation>
    </message>
</context>
<context>
    <name>answers</name>
    <message>
        <source>Not entered</source>
        <translation>Chưa nhập</translation>
    </message>
    <message>
        <source>Not yet carried out</source>
        <translation>Chưa thực hiện</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Đang triển khai</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>Không áp dụng</translation>
    </message>
    <message>
        <source>Yes (x)</source>
        <translation>Có (x)</translation>
    </message>
    <message>
        <source>No (0)</source>
        <translation>Không (0)</translation>
    </message>
</context>
<context>
    <name>asked</name>
    <message>
        <source>whole number</source>
        <translation>số nguyên</translation>
    </message>
    <message>
        <source>decimal number</source>
        <translation>số thập phân</translation>
    </message>
    <message>
        <source>rate (%)</source>
        <translation>tỷ lệ (%)</translation>
    </message>
    <message>
        <source>rate, or one per block</source>
        <translation>tỷ lệ, hoặc theo khối</translation>
    </message>
    <message>
        <source>mark: x / 0</source>
        <translation>có hoặc không: x / 0</translation>
    </message>
    <message>
        <source>words</source>
        <translation>chữ</translation>
    </message>
    <message>
        <source>over the period</source>
        <translation>trong kỳ</translation>
    </message>
    <message>
        <source>on the day</source>
        <translation>đến ngày chốt</translation>
    </message>
    <message>
        <source>one agency&apos;s figure stands alone</source>
        <translation>lấy số của một đơn vị</translation>
    </message>
    <message>
        <source>figures add up</source>
        <translation>cộng dồn các đơn vị</translation>
    </message>
    <message>
        <source>mean of the figures</source>
        <translation>bình quân các đơn vị</translation>
    </message>
    <message>
        <source>held where any agency held it; words one after the other</source>
        <translation>có nếu có đơn vị thực hiện; nội dung bằng chữ ghép lại</translation>
    </message>
    <message>
        <source>rate computed from the sums of its parts</source>
        <translation>tỷ lệ tự tính từ tổng tử số và tổng mẫu số</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>chưa có</translation>
    </message>
</context>
<context>
    <name>breaks</name>
    <message>
        <source>another kind of figure is asked for</source>
        <translation>loại số liệu đã thay đổi</translation>
    </message>
    <message>
        <source>the unit was “{before}” and is “{now}”</source>
        <translation>đơn vị tính trước là “{before}”, nay là “{now}”</translation>
    </message>
    <message>
        <source>one counts on a day, the other over the period</source>
        <translation>bên thì tính tại một thời điểm, bên thì tính theo kỳ</translation>
    </message>
    <message>
        <source>the agencies&apos; figures are consolidated in another way</source>
        <translation>cách tổng hợp số liệu của các đơn vị đã thay đổi</translation>
    </message>
    <message>
        <source>the rate is arrived at in another way</source>
        <translation>cách tính tỷ lệ đã thay đổi</translation>
    </message>
    <message>
        <source>other blocks of agencies are rated</source>
        <translation>các khối được khảo sát đã thay đổi</translation>
    </message>
</context>
<context>
    <name>broken</name>
    <message>
        <source>A break in the series: it was another kind of value. Not compared.</source>
        <translation>Gián đoạn chuỗi số liệu: khi đó là loại giá trị khác. Không so sánh.</translation>
    </message>
    <message>
        <source>A break in the series: it had another unit of measure. Not compared.</source>
        <translation>Gián đoạn chuỗi số liệu: khi đó dùng đơn vị tính khác. Không so sánh.</translation>
    </message>
    <message>
        <source>A break in the series: it was counted over the period and is counted on a day, or the other way round. Not compared.</source>
        <translation>Gián đoạn chuỗi số liệu: trước đây tính trong cả kỳ, nay tính đến một ngày, hoặc ngược lại. Không so sánh.</translation>
    </message>
    <message>
        <source>A break in the series: it was consolidated otherwise. Not compared.</source>
        <translation>Gián đoạn chuỗi số liệu: khi đó tổng hợp theo cách khác. Không so sánh.</translation>
    </message>
    <message>
        <source>A break in the series: the rate was arrived at otherwise. Not compared.</source>
        <translation>Gián đoạn chuỗi số liệu: khi đó tỷ lệ được tính theo cách khác. Không so sánh.</translation>
    </message>
</context>
<context>
    <name>changes</name>
    <message>
        <source>The indicator set</source>
        <translation>Bộ chỉ tiêu</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Quy tắc kiểm tra</translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>The set “{old}” is called “{new}”.</source>
        <translation>Bộ chỉ tiêu “{old}” đổi tên thành “{new}”.</translation>
    </message>
    <message>
        <source>New area: “{area}”.</source>
        <translation>Thêm lĩnh vực: “{area}”.</translation>
    </message>
    <message>
        <source>The area “{area}” is left out.</source>
        <translation>Bỏ lĩnh vực: “{area}”.</translation>
    </message>
    <message>
        <source>The area “{old}” is called “{new}”.</source>
        <translation>Lĩnh vực “{old}” đổi tên thành “{new}”.</translation>
    </message>
    <message>
        <source>The area “{area}” has other short names.</source>
        <translation>Lĩnh vực “{area}” đổi tên ngắn.</translation>
    </message>
    <message>
        <source>The area “{area}” stands in another place.</source>
        <translation>Lĩnh vực “{area}” chuyển sang vị trí khác.</translation>
    </message>
    <message>
        <source>Satisfaction is given for the blocks: {blocks}.</source>
        <translation>Mức độ hài lòng được báo cáo theo các khối: {blocks}.</translation>
    </message>
    <message>
        <source>New table.</source>
        <translation>Biểu mới.</translation>
    </message>
    <message>
        <source>The table is left out.</source>
        <translation>Bỏ biểu này.</translation>
    </message>
    <message>
        <source>The table “{old}” is called “{new}”.</source>
        <translation>Biểu “{old}” đổi tên thành “{new}”.</translation>
    </message>
    <message>
        <source>In English the table is called “{new}”.</source>
        <translation>Tên tiếng Anh của biểu: “{new}”.</translation>
    </message>
    <message>
        <source>The table belongs to the area “{area}”.</source>
        <translation>Biểu chuyển sang lĩnh vực “{area}”.</translation>
    </message>
    <message>
        <source>The table stands in another place.</source>
        <translation>Biểu chuyển sang vị trí khác.</translation>
    </message>
    <message>
        <source>The rows stand in another order.</source>
        <translation>Các dòng xếp theo thứ tự khác.</translation>
    </message>
    <message>
        <source>“{new}” is printed as who reports the table.</source>
        <translation>Đơn vị báo cáo in trên biểu: “{new}”.</translation>
    </message>
    <message>
        <source>The heads of the columns are: {heads}.</source>
        <translation>Tiêu đề các cột: {heads}.</translation>
    </message>
    <message>
        <source>New: {number} “{indicator}” ({kind}; {unit}). Reported by: {reporter}.</source>
        <translation>Thêm mới: {number} “{indicator}” ({kind}; {unit}). Đơn vị báo cáo: {reporter}.</translation>
    </message>
    <message>
        <source>Retired: {number} “{indicator}”.</source>
        <translation>Bỏ: {number} “{indicator}”.</translation>
    </message>
    <message>
        <source>“{indicator}” stands here; it stood in “{table}”.</source>
        <translation>“{indicator}” chuyển về biểu này, trước ở biểu “{table}”.</translation>
    </message>
    <message>
        <source>“{indicator}” stands in another place.</source>
        <translation>“{indicator}” chuyển sang vị trí khác.</translation>
    </message>
    <message>
        <source>“{old}” is called “{new}”; the indicator is the same.</source>
        <translation>“{old}” đổi tên thành “{new}”; vẫn là chỉ tiêu cũ.</translation>
    </message>
    <message>
        <source>In English “{indicator}” is called “{new}”.</source>
        <translation>Tên tiếng Anh của “{indicator}”: “{new}”.</translation>
    </message>
    <message>
        <source>The row “{old}” is printed as “{new}”.</source>
        <translation>Dòng “{old}” được in thành “{new}”.</translation>
    </message>
    <message>
        <source>The row “{row}” is nested otherwise.</source>
        <translation>Dòng “{row}” chuyển sang cấp khác.</translation>
    </message>
    <message>
        <source>“{row}” has the number {new} instead of {old}.</source>
        <translation>“{row}” có số thứ tự {new} thay cho {old}.</translation>
    </message>
    <message>
        <source>New heading: {number} “{row}”.</source>
        <translation>Thêm đề mục: {number} “{row}”.</translation>
    </message>
    <message>
        <source>The heading {number} “{row}” is left out.</source>
        <translation>Bỏ đề mục: {number} “{row}”.</translation>
    </message>
    <message>
        <source>“{row}” names “{new}” as who reports it.</source>
        <translation>Dòng “{row}” ghi đơn vị báo cáo là “{new}”.</translation>
    </message>
    <message>
        <source>“{indicator}” asks for a {new} instead of a {old}.</source>
        <translation>“{indicator}” nhận {new} thay cho {old}.</translation>
    </message>
    <message>
        <source>“{indicator}” is counted in “{new}” instead of “{old}”.</source>
        <translation>“{indicator}” tính theo đơn vị “{new}” thay cho “{old}”.</translation>
    </message>
    <message>
        <source>“{indicator}” is counted {new} instead of {old}.</source>
        <translation>“{indicator}” tính {new} thay cho {old}.</translation>
    </message>
    <message>
        <source>“{indicator}” is printed with at least {new} digits, not {old}.</source>
        <translation>“{indicator}” in ít nhất {new} chữ số thay cho {old}.</translation>
    </message>
    <message>
        <source>Behind the figure of “{indicator}” “{new}” is printed, not “{old}”.</source>
        <translation>Sau số liệu của “{indicator}” in “{new}” thay cho “{old}”.</translation>
    </message>
    <message>
        <source>“{indicator}” is reported by {new} instead of {old}.</source>
        <translation>“{indicator}” do {new} báo cáo thay cho {old}.</translation>
    </message>
    <message>
        <source>“{indicator}”: {new} (before: {old}).</source>
        <translation>“{indicator}”: {new} (trước: {old}).</translation>
    </message>
    <message>
        <source>“{indicator}” is computed: numerator “{numerator}”, denominator “{denominator}”.</source>
        <translation>“{indicator}” nay tự tính: tử số “{numerator}”, mẫu số “{denominator}”.</translation>
    </message>
    <message>
        <source>The mean of “{indicator}” is weighed by “{weight}”.</source>
        <translation>Bình quân của “{indicator}” lấy trọng số theo “{weight}”.</translation>
    </message>
    <message>
        <source>The mean of “{indicator}” is not weighed any more.</source>
        <translation>Bình quân của “{indicator}” không còn lấy trọng số.</translation>
    </message>
    <message>
        <source>New rule: {rule}.</source>
        <translation>Thêm quy tắc: {rule}.</translation>
    </message>
    <message>
        <source>Rule: {new} (before: {old}).</source>
        <translation>Sửa quy tắc: {new} (trước: {old}).</translation>
    </message>
    <message>
        <source>No rule any more: {rule}.</source>
        <translation>Bỏ quy tắc: {rule}.</translation>
    </message>
    <message>
        <source>From {day} there are: {agencies}.</source>
        <translation>Thành lập từ ngày {day}: {agencies}.</translation>
    </message>
    <message>
        <source>Added to the register: {agencies}.</source>
        <translation>Thêm vào danh sách đơn vị: {agencies}.</translation>
    </message>
    <message>
        <source>Taken out of the register: {agencies}.</source>
        <translation>Đưa ra khỏi danh sách đơn vị: {agencies}.</translation>
    </message>
    <message>
        <source>On {day} end: {agencies}.</source>
        <translation>Kết thúc hoạt động từ ngày {day}: {agencies}.</translation>
    </message>
    <message>
        <source>{agency} goes on.</source>
        <translation>{agency} tiếp tục hoạt động.</translation>
    </message>
    <message>
        <source>{agency} begins on {day}.</source>
        <translation>{agency} hoạt động từ ngày {day}.</translation>
    </message>
    <message>
        <source>{agency} has always been there.</source>
        <translation>{agency} đã hoạt động từ trước.</translation>
    </message>
    <message>
        <source>On {day} merged into {heir}: {agencies}.</source>
        <translation>Từ ngày {day}, sáp nhập vào {heir}: {agencies}.</translation>
    </message>
    <message>
        <source>From {day} {heir} takes over what {agency} did.</source>
        <translation>Từ ngày {day}, {heir} tiếp nhận nhiệm vụ của {agency}.</translation>
    </message>
    <message>
        <source>From {day} {heir} takes over from {agency} what these indicators ask about: {count}.</source>
        <translation>Từ ngày {day}, {heir} tiếp nhận từ {agency} nhiệm vụ của {count} chỉ tiêu.</translation>
    </message>
    <message>
        <source>{heir} does not take over from {agency}.</source>
        <translation>{heir} không tiếp nhận nhiệm vụ của {agency}.</translation>
    </message>
    <message>
        <source>From {day} {old} is called {new}.</source>
        <translation>Từ ngày {day}, {old} đổi tên thành {new}.</translation>
    </message>
    <message>
        <source>The name {old} is put right: {new}.</source>
        <translation>Sửa tên {old} thành {new}.</translation>
    </message>
    <message>
        <source>{agency}: the contact is {contact}.</source>
        <translation>{agency}: liên hệ {contact}.</translation>
    </message>
    <message>
        <source>{agency}: no contact is known any more.</source>
        <translation>{agency}: bỏ thông tin liên hệ.</translation>
    </message>
    <message>
        <source>From {day} {agency} reports with “{group}”.</source>
        <translation>Từ ngày {day}, {agency} thuộc nhóm “{group}”.</translation>
    </message>
    <message>
        <source>{agency} reports with “{group}”.</source>
        <translation>{agency} thuộc nhóm “{group}”.</translation>
    </message>
    <message>
        <source>From {day} {agency} does not report with “{group}”.</source>
        <translation>Từ ngày {day}, {agency} không còn thuộc nhóm “{group}”.</translation>
    </message>
    <message>
        <source>{agency} never reported with “{group}”.</source>
        <translation>{agency} không thuộc nhóm “{group}”.</translation>
    </message>
    <message>
        <source>The group “{group}” is called “{name}”.</source>
        <translation>Nhóm “{group}” có tên “{name}”.</translation>
    </message>
    <message>
        <source>In another place of the order: {agencies}.</source>
        <translation>Đổi thứ tự: {agencies}.</translation>
    </message>
    <message>
        <source>“{indicator}” may exceed 100 %: its numerator is no part of its denominator.</source>
        <translation>“{indicator}” được phép vượt 100%: tử số không phải một phần của mẫu số.</translation>
    </message>
    <message>
        <source>“{indicator}” may not exceed 100 % any more.</source>
        <translation>“{indicator}” không còn được phép vượt 100%.</translation>
    </message>
</context>
<context>
    <name>channels</name>
    <message>
        <source>e-mail</source>
        <translation>thư điện tử</translation>
    </message>
    <message>
        <source>Zalo</source>
        <translation>Zalo</translation>
    </message>
    <message>
        <source>USB stick</source>
        <translation>USB</translation>
    </message>
    <message>
        <source>document system</source>
        <translation>phần mềm văn bản</translation>
    </message>
    <message>
        <source>on paper</source>
        <translation>bản giấy</translation>
    </message>
    <message>
        <source>in person</source>
        <translation>nộp trực tiếp</translation>
    </message>
    <message>
        <source>this window</source>
        <translation>cửa sổ này</translation>
    </message>
    <message>
        <source>watched folder</source>
        <translation>thư mục theo dõi</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>thư mục</translation>
    </message>
    <message>
        <source>command line</source>
        <translation>dòng lệnh</translation>
    </message>
    <message>
        <source>entered here</source>
        <translation>nhập tại đây</translation>
    </message>
    <message>
        <source>another desk</source>
        <translation>bàn làm việc khác</translation>
    </message>
    <message>
        <source>recovery file</source>
        <translation>tệp khôi phục</translation>
    </message>
    <message>
        <source>two desks corrected its arrival differently: the earliest counts until one is decided on</source>
        <translation>hai bàn làm việc ghi lại lúc nhận khác nhau: tính theo lúc sớm nhất cho đến khi quyết định</translation>
    </message>
    <message>
        <source>arrival corrected ({reason}); the program noted {moment}, {channel}</source>
        <translation>đã ghi lại lúc nhận ({reason}); chương trình ghi {moment}, {channel}</translation>
    </message>
</context>
<context>
    <name>closings</name>
    <message>
        <source>Closed as no. {number} · {code}…</source>
        <translation>Đã chốt lần {number} · {code}…</translation>
    </message>
    <message>
        <source>Closed as no. {number} · {code}… · differs from closing no. {number}</source>
        <translation>Đã chốt lần {number} · {code}… · khác lần chốt {number}</translation>
    </message>
    <message>
        <source>Two desks closed it differently, no. {number}: {code}</source>
        <translation>Hai bàn chốt lần {number} khác nhau: {code}</translation>
    </message>
    <message>
        <source>Reopened after closing no. {number} · {code}…</source>
        <translation>Đã mở lại sau lần chốt {number} · {code}…</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>sound: {kind} {round} {agency} no. {revision}, sealed by {signers}</source>
        <translation>hợp lệ: {kind} {round} {agency} lần {revision}, xác thực bởi {signers}</translation>
    </message>
    <message>
        <source>NOT sound: {problem}</source>
        <translation>KHÔNG hợp lệ: {problem}</translation>
    </message>
    <message>
        <source>Values entered: {count}.</source>
        <translation>Đã nhập {count} số liệu.</translation>
    </message>
    <message>
        <source>{indicator}: {problem}</source>
        <translation>{indicator}: {problem}</translation>
    </message>
    <message>
        <source>Submission no. {revision} written: {file}</source>
        <translation>Đã ghi tệp nộp lần {revision}: {file}</translation>
    </message>
    <message>
        <source>Findings without an explanation: {count}.</source>
        <translation>Còn {count} điểm chưa giải trình.</translation>
    </message>
    <message>
        <source>A new key was made. Its matching code: {code}</source>
        <translation>Đã tạo khóa xác thực mới. Mã đối chiếu: {code}</translation>
    </message>
    <message>
        <source>Report written: {file}</source>
        <translation>Đã ghi báo cáo: {file}</translation>
    </message>
    <message>
        <source>A key was made for the head. Its matching code: {code}</source>
        <translation>Đã tạo khóa cho thủ trưởng. Mã đối chiếu: {code}</translation>
    </message>
    <message>
        <source>  {agency} no. {revision}: {state}, {received_at}, content {submission}</source>
        <translation>  {agency} lần {revision}: {state}, {received_at}, mã nội dung {submission}</translation>
    </message>
    <message>
        <source>  {agency} no. {revision}: returned, content {submission}</source>
        <translation>  {agency} lần {revision}: trả lại, mã nội dung {submission}</translation>
    </message>
    <message>
        <source>Passphrase of the head&apos;s key: </source>
        <translation>Mật khẩu khóa của thủ trưởng: </translation>
    </message>
    <message>
        <source>Passphrase: </source>
        <translation>Mật khẩu: </translation>
    </message>
    <message>
        <source>Round {round}: {number} of {count} agencies</source>
        <translation>Đợt {round}: {number}/{count} đơn vị</translation>
    </message>
    <message>
        <source>The sample province is in {folder}. State: {digest}</source>
        <translation>Tỉnh mẫu nằm ở {folder}. Trạng thái: {digest}</translation>
    </message>
    <message>
        <source>good: {what}</source>
        <translation>tốt: {what}</translation>
    </message>
    <message>
        <source>NOT good: {what}: {problem}</source>
        <translation>KHÔNG tốt: {what}: {problem}</translation>
    </message>
    <message>
        <source>digital signature, certificate by {issuer}</source>
        <translation>chữ ký số, chứng thư do {issuer} cấp</translation>
    </message>
    <message>
        <source>a known key</source>
        <translation>khóa đã biết</translation>
    </message>
    <message>
        <source>NOT a known key</source>
        <translation>KHÔNG phải khóa đã biết</translation>
    </message>
    <message>
        <source>  {agency}: puts a lost desk back</source>
        <translation>  {agency}: khôi phục bàn làm việc</translation>
    </message>
    <message>
        <source>brought together: {files} files and {decisions} decisions new, {contested} contested</source>
        <translation>đã gộp: {files} tệp mới, {decisions} quyết định mới, {contested} chỗ quyết định khác nhau</translation>
    </message>
    <message>
        <source>  {agency}: may hand in until {until}</source>
        <translation>  {agency}: được gia hạn đến {until}</translation>
    </message>
    <message>
        <source>Ready to send, {count} files: {folder}</source>
        <translation>Đã sẵn sàng gửi, {count} tệp: {folder}</translation>
    </message>
    <message>
        <source>No installer was at hand; --installer names it.</source>
        <translation>Không thấy bản cài đặt; chỉ ra bằng --installer.</translation>
    </message>
    <message>
        <source>Reminder list written: {file}</source>
        <translation>Đã ghi danh sách đôn đốc: {file}</translation>
    </message>
    <message>
        <source>{round}: closing no. {number}, {digest}</source>
        <translation>{round}: chốt số liệu lần {number}, {digest}</translation>
    </message>
    <message>
        <source>Nothing counts of {count} agencies: {names}</source>
        <translation>Chưa có số liệu được tính của {count} đơn vị: {names}</translation>
    </message>
    <message>
        <source>Figures that lack an agency: {count} of {asked}</source>
        <translation>Chỉ tiêu còn thiếu đơn vị: {count}/{asked}</translation>
    </message>
    <message>
        <source>Files that go on waiting: {count}</source>
        <translation>Tệp vẫn chờ xử lý: {count}</translation>
    </message>
    <message>
        <source>Changed since closing no. {number}: {totals} figures, {counted} submissions</source>
        <translation>Thay đổi so với lần chốt {number}: {totals} chỉ tiêu, {counted} tệp nộp</translation>
    </message>
    <message>
        <source>The files in this workspace do not come to the figures of closing no. {number} any more; the report has the figures that were closed, and the shares as far as they are here.</source>
        <translation>Từ các tệp đang có không tính lại được đúng số liệu của lần chốt {number}; báo cáo ghi số liệu đã chốt, số của từng đơn vị chỉ có trong phạm vi tệp đang có.</translation>
    </message>
    <message>
        <source>Receipts for all written: {file}</source>
        <translation>Đã ghi phiếu tiếp nhận cho tất cả: {file}</translation>
    </message>
    <message>
        <source>Entered on behalf of {agency}, no. {revision}: {count} values; {state}.</source>
        <translation>Đã nhập thay {agency}, lần {revision}: {count} giá trị; {state}.</translation>
    </message>
    <message>
        <source>--for needs --source: who gave the figures, and how</source>
        <translation>--for cần có --source: ai cung cấp số liệu, bằng cách nào</translation>
    </message>
    <message>
        <source>sound: installer {version}, sealed by {signers}</source>
        <translation>hợp lệ: bản cài đặt {version}, niêm phong bởi {signers}</translation>
    </message>
    <message>
        <source>Left out, since their indicator set is an example: {rounds}. Name them with --rounds to print them.</source>
        <translation>Không in các kỳ có bộ chỉ tiêu là ví dụ: {rounds}. Muốn in, hãy nêu các kỳ đó sau --rounds.</translation>
    </message>
    <message>
        <source>sound: report on {rounds}, state {code}, no figure altered</source>
        <translation>nguyên vẹn: báo cáo {rounds}, mã trạng thái {code}, không số nào bị sửa</translation>
    </message>
    <message>
        <source>sound: list of figures that says what holds now</source>
        <translation>nguyên vẹn: bảng số liệu khớp với số liệu hiện nay</translation>
    </message>
    <message>
        <source>{place}: stands there: {printed}; should be: {expected}</source>
        <translation>{place}: trong tệp là {printed}; số đúng là {expected}</translation>
    </message>
    <message>
        <source>{place}: stands there: {printed}; was printed: {expected}</source>
        <translation>{place}: trong tệp là “{printed}”; bản in là “{expected}”</translation>
    </message>
    <message>
        <source>{place}: the row was taken out</source>
        <translation>{place}: dòng đã bị bỏ</translation>
    </message>
    <message>
        <source>{place}: the row was put in</source>
        <translation>{place}: dòng đã được thêm</translation>
    </message>
    <message>
        <source>{place}: the whole of it was taken out</source>
        <translation>{place}: đã bị bỏ toàn bộ</translation>
    </message>
    <message>
        <source>{place}: the whole of it was put in</source>
        <translation>{place}: đã được thêm toàn bộ</translation>
    </message>
    <message>
        <source>table {table}</source>
        <translation>biểu {table}</translation>
    </message>
    <message>
        <source>text</source>
        <translation>phần lời văn</translation>
    </message>
    <message>
        <source>(blank)</source>
        <translation>(trống)</translation>
    </message>
    <message>
        <source>{agency}, {round}: the report says {printed}, but it was {now}</source>
        <translation>{agency}, {round}: báo cáo ghi {printed}, thực tế là {now}</translation>
    </message>
    <message>
        <source>The decisions that the report names are not those of its state.</source>
        <translation>Các quyết định ghi trong báo cáo không phải của trạng thái mà báo cáo nêu.</translation>
    </message>
    <message>
        <source>{round}: the round as it was then is not at this desk</source>
        <translation>{round}: bàn làm việc này không có đợt báo cáo theo bản lúc đó</translation>
    </message>
    <message>
        <source>{round}: the file of {agency} ({code}) is not at this desk</source>
        <translation>{round}: bàn làm việc này không có tệp nộp của {agency} (mã {code})</translation>
    </message>
    <message>
        <source>the decision {code} is not at this desk</source>
        <translation>bàn làm việc này không có quyết định mã {code}</translation>
    </message>
    <message>
        <source>It is set in a letterhead that is not kept at this desk: the words around the report&apos;s own text were not compared.</source>
        <translation>Báo cáo lập trên mẫu văn bản không lưu ở máy này: phần chữ của mẫu, ngoài nội dung báo cáo, không được so sánh.</translation>
    </message>
    <message>
        <source>The report is of the state that holds now.</source>
        <translation>Báo cáo đúng theo trạng thái hiện nay.</translation>
    </message>
    <message>
        <source>The report is of an earlier state. Since then: files {files}, decisions {decisions}; figures that would be printed otherwise today: {figures}</source>
        <translation>Báo cáo lập theo trạng thái trước. Từ đó đến nay: {files} tệp nộp, {decisions} quyết định; {figures} số liệu nếu in lại hôm nay sẽ khác</translation>
    </message>
    <message>
        <source>{agency}, {round}: in the report {printed}, today {now}</source>
        <translation>{agency}, {round}: trong báo cáo là {printed}, nay là {now}</translation>
    </message>
    <message>
        <source>{place}: in the report {printed}, today {now}</source>
        <translation>{place}: trong báo cáo là {printed}, nay là {now}</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>không có tệp</translation>
    </message>
    <message>
        <source>no. {revision} ({code})</source>
        <translation>lần {revision} (mã {code})</translation>
    </message>
    <message>
        <source>Filled {count} of {all} placeholders: {file}</source>
        <translation>Đã điền {count}/{all} mã điền: {file}</translation>
    </message>
    <message>
        <source>{place}: {placeholder}: {remark}</source>
        <translation>{place}: {placeholder}: {remark}</translation>
    </message>
    <message>
        <source>List of placeholders: {file}</source>
        <translation>Danh sách mã điền: {file}</translation>
    </message>
    <message>
        <source>{file}: taken into the draft of the indicator set.</source>
        <translation>{file}: đã đưa vào bản thảo bộ chỉ tiêu.</translation>
    </message>
    <message>
        <source>{file}: all in it is so already.</source>
        <translation>{file}: không có gì khác với hiện tại.</translation>
    </message>
    <message>
        <source>{file}: refused, nothing was taken. Mend it and try again.</source>
        <translation>{file}: không được nhận, chưa đưa gì vào. Hãy sửa rồi thử lại.</translation>
    </message>
    <message>
        <source>Form for the list: {file}</source>
        <translation>Mẫu danh sách: {file}</translation>
    </message>
    <message>
        <source>The draft is as what it was made from: nothing was changed.</source>
        <translation>Bản thảo giống hệt bộ chỉ tiêu gốc: chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>The draft of the indicator set was discarded.</source>
        <translation>Đã bỏ bản thảo bộ chỉ tiêu.</translation>
    </message>
</context>
<context>
    <name>covered</name>
    <message>
        <source>Figures from {first} to {last}, added up from the year&apos;s start</source>
        <translation>Số liệu từ {first} đến {last}, cộng dồn từ đầu năm</translation>
    </message>
    <message>
        <source>Figures from {first} to {last}, of this span alone</source>
        <translation>Số liệu từ {first} đến {last}, chỉ tính số phát sinh trong kỳ</translation>
    </message>
</context>
<context>
    <name>decisions</name>
    <message>
        <source>Accepted although its history does not go on</source>
        <translation>Chấp nhận dù lịch sử không nối tiếp</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Trả lại</translation>
    </message>
    <message>
        <source>Total adjusted to {value}; computed then: {computed}</source>
        <translation>Điều chỉnh số tổng hợp thành {value}; số tính lúc đó: {computed}</translation>
    </message>
    <message>
        <source>Accepted provisionally</source>
        <translation>Tạm nhận</translation>
    </message>
    <message>
        <source>Chosen among those with one number</source>
        <translation>Chọn tệp này trong các tệp cùng lần</translation>
    </message>
    <message>
        <source>Accepted although a number is missing</source>
        <translation>Vẫn tiếp nhận dù thiếu lần trước</translation>
    </message>
    <message>
        <source>Accepted whole, on an older issue</source>
        <translation>Chấp nhận nguyên tệp trả lời bản cũ</translation>
    </message>
    <message>
        <source>Put aside: not the agency&apos;s key</source>
        <translation>Để riêng: không phải khóa của đơn vị</translation>
    </message>
    <message>
        <source>Reviewed and accepted</source>
        <translation>Đã rà soát và chấp nhận</translation>
    </message>
    <message>
        <source>The agency&apos;s own file holds beside the entry on behalf</source>
        <translation>Lấy tệp của đơn vị, không lấy số nhập thay</translation>
    </message>
    <message>
        <source>The entry on behalf holds beside the agency&apos;s own file</source>
        <translation>Lấy số nhập thay, không lấy tệp của đơn vị</translation>
    </message>
    <message>
        <source>Received at {moment}</source>
        <translation>Thời điểm nhận: {moment}</translation>
    </message>
    <message>
        <source>Deadline extended until {day}</source>
        <translation>Gia hạn đến {day}</translation>
    </message>
    <message>
        <source>No extension of the deadline</source>
        <translation>Không gia hạn</translation>
    </message>
    <message>
        <source>Key {code} compared by mistake</source>
        <translation>Đối chiếu nhầm khóa {code}</translation>
    </message>
    <message>
        <source>Key {code} revoked; submissions that stay good: {count}</source>
        <translation>Thu hồi khóa {code}; số tệp vẫn có giá trị: {count}</translation>
    </message>
    <message>
        <source>Agreed to correct an earlier figure</source>
        <translation>Đồng ý đính chính số kỳ trước</translation>
    </message>
    <message>
        <source>Declined to correct an earlier figure</source>
        <translation>Không đồng ý đính chính số kỳ trước</translation>
    </message>
    <message>
        <source>Total adjusted to {value}: {indicator}</source>
        <translation>Điều chỉnh số tổng hợp thành {value}: {indicator}</translation>
    </message>
    <message>
        <source>Issue in force: {issue}</source>
        <translation>Bản đợt báo cáo có hiệu lực: {issue}</translation>
    </message>
    <message>
        <source>Closed, closing no. {number}</source>
        <translation>Chốt số liệu lần {number}</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>Mở lại đợt báo cáo</translation>
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation>Rút lại: {what}</translation>
    </message>
    <message>
        <source>a decision that is not here</source>
        <translation>một quyết định không có ở đây</translation>
    </message>
    <message>
        <source>no. {revision} of {day}</source>
        <translation>lần {revision} ngày {day}</translation>
    </message>
    <message>
        <source>no. {revision} of {day}: {note}</source>
        <translation>lần {revision} ngày {day}: {note}</translation>
    </message>
    <message>
        <source>fields asked about: {count}</source>
        <translation>số chỉ tiêu cần hỏi: {count}</translation>
    </message>
    <message>
        <source>{author}, {moment}</source>
        <translation>{author}, {moment}</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(không ghi tên)</translation>
    </message>
</context>
<context>
    <name>due</name>
    <message>
        <source>Deadline {day}</source>
        <translation>Hạn gửi {day}</translation>
    </message>
    <message>
        <source>Answer was due {day}</source>
        <translation>Đã qua hạn trả lời {day}</translation>
    </message>
    <message>
        <source>The deadline was {day}</source>
        <translation>Đã qua hạn gửi {day}</translation>
    </message>
    <message>
        <source>Answer by {day}</source>
        <translation>Hạn trả lời {day}</translation>
    </message>
    <message>
        <source>{days} days left until {day}</source>
        <translation>Còn {days} ngày, hạn {day}</translation>
    </message>
    <message>
        <source>Due today, {day}</source>
        <translation>Hôm nay là hạn gửi ({day})</translation>
    </message>
</context>
<context>
    <name>effects</name>
    <message>
        <source>{one} goes on counting.</source>
        <translation>{one} tiếp tục được tính.</translation>
    </message>
    <message>
        <source>{one} counts.</source>
        <translation>{one} được tính.</translation>
    </message>
    <message>
        <source>{one} counts instead of {other}.</source>
        <translation>{one} được tính thay cho {other}.</translation>
    </message>
    <message>
        <source>{other} counts no more; nothing of this agency counts.</source>
        <translation>{other} không được tính nữa; đơn vị này không còn số liệu nào được tính.</translation>
    </message>
    <message>
        <source>Still nothing of this agency counts.</source>
        <translation>Đơn vị này vẫn chưa có số liệu nào được tính.</translation>
    </message>
    <message>
        <source>Its totals are marked {sign} until the code is compared.</source>
        <translation>Số tổng hợp mang dấu {sign} cho đến khi đối chiếu mã.</translation>
    </message>
    <message>
        <source>{one} goes on waiting: {reasons}.</source>
        <translation>{one} vẫn chờ xử lý: {reasons}.</translation>
    </message>
    <message>
        <source>{one} stays in the workspace, does not count, and waits no more.</source>
        <translation>{one} được giữ lại, không tính vào tổng hợp và không chờ xử lý nữa.</translation>
    </message>
    <message>
        <source>Agencies counted: {before} → {after} of {owing}.</source>
        <translation>Số đơn vị được tính: {before} → {after} trên {owing}.</translation>
    </message>
    <message>
        <source>Totals that get another figure: {count}.</source>
        <translation>Số tổng hợp thay đổi: {count}.</translation>
    </message>
    <message>
        <source>{indicator}: {before} → {after}</source>
        <translation>{indicator}: {before} → {after}</translation>
    </message>
    <message>
        <source>{total} ({before} → {after} agencies)</source>
        <translation>{total} ({before} → {after} đơn vị)</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>và {count} chỉ tiêu khác</translation>
    </message>
    <message>
        <source>Totals that keep their figure with another coverage: {count}.</source>
        <translation>Giữ nguyên số, chỉ đổi số đơn vị đã trả lời: {count} chỉ tiêu.</translation>
    </message>
    <message>
        <source>No total changes.</source>
        <translation>Không số tổng hợp nào thay đổi.</translation>
    </message>
    <message>
        <source>Submissions that wait no more: {count}.</source>
        <translation>Số tệp hết chờ xử lý: {count}.</translation>
    </message>
    <message>
        <source>Submissions that will wait: {count}.</source>
        <translation>Tệp sẽ phải chờ xử lý: {count}.</translation>
    </message>
    <message>
        <source>No. {revision}</source>
        <translation>Lần {revision}</translation>
    </message>
    <message>
        <source>No. {revision}{letter}</source>
        <translation>Lần {revision}{letter}</translation>
    </message>
    <message>
        <source>The entry on behalf no. {revision}</source>
        <translation>Bản nhập thay lần {revision}</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>“{file}” is empty. Save it once more, then attach it.</source>
        <translation>“{file}” không có nội dung. Hãy lưu lại tệp rồi đính kèm.</translation>
    </message>
    <message>
        <source>“{file}” cannot be attached. Take a PDF, a picture (PNG, JPG), or a Word, Excel or PowerPoint file.</source>
        <translation>Không đính kèm được “{file}”. Hãy dùng tệp PDF, ảnh (PNG, JPG) hoặc tệp Word, Excel, PowerPoint.</translation>
    </message>
    <message>
        <source>“{file}” is too large: {left} MB are left. Scan it in grey at a lower resolution, or take a part.</source>
        <translation>“{file}” quá lớn: chỉ còn {left} MB. Hãy quét đen trắng với độ phân giải thấp hơn, hoặc chỉ lấy phần cần thiết.</translation>
    </message>
    <message>
        <source>A submission carries at most {most} files of evidence. Put several pages into one PDF.</source>
        <translation>Mỗi tệp nộp mang nhiều nhất {most} tài liệu kiểm chứng. Hãy gộp nhiều trang vào một tệp PDF.</translation>
    </message>
    <message>
        <source>The workspace itself lies in “{folder}”. Choose a folder on a USB stick or on another computer.</source>
        <translation>Tệp làm việc đang nằm trong “{folder}”. Hãy chọn thư mục trên USB hoặc trên máy khác.</translation>
    </message>
    <message>
        <source>“{folder}” cannot be reached. Plug the USB stick in, or look whether the network is there.</source>
        <translation>Không tới được “{folder}”. Hãy cắm USB, hoặc xem lại mạng.</translation>
    </message>
    <message>
        <source>What was written to “{folder}” reads back differently. Take another USB stick.</source>
        <translation>Dữ liệu ghi vào “{folder}” đọc lại bị sai. Hãy thay USB khác.</translation>
    </message>
    <message>
        <source>Type the colleague&apos;s full name.</source>
        <translation>Hãy ghi họ tên đồng nghiệp.</translation>
    </message>
    <message>
        <source>A round file names at most {most} keys. Revoke one that is not used.</source>
        <translation>Tệp đợt báo cáo ghi tối đa {most} khóa. Hãy thu hồi khóa không dùng nữa.</translation>
    </message>
    <message>
        <source>Something in “{folder}” is still open. Close it and delete this folder yourself.</source>
        <translation>Trong “{folder}” còn tệp đang mở. Hãy đóng tệp đó rồi tự xóa thư mục này.</translation>
    </message>
    <message>
        <source>“{unit}” stands twice in the list. Take one out.</source>
        <translation>“{unit}” có hai lần trong danh sách. Hãy bỏ bớt một.</translation>
    </message>
    <message>
        <source>“{unit}” is not in your list of units. Add it there first.</source>
        <translation>“{unit}” không có trong danh sách đơn vị trực thuộc. Hãy thêm vào danh sách trước.</translation>
    </message>
    <message>
        <source>The round {round} does not ask this agency for anything. Ask Home Affairs for the right round file.</source>
        <translation>Đợt {round} không giao gì cho đơn vị này. Hãy đề nghị Sở Nội vụ gửi đúng tệp đợt báo cáo.</translation>
    </message>
    <message>
        <source>“{agency}” stands twice in the lists. Take one out.</source>
        <translation>“{agency}” có hai lần trong danh sách. Hãy bỏ một.</translation>
    </message>
    <message>
        <source>This round asks for the head&apos;s signature as well. Let the head of the agency sign, then finish.</source>
        <translation>Đợt này cần thêm xác nhận của thủ trưởng. Hãy mời thủ trưởng đơn vị xác nhận rồi hoàn tất.</translation>
    </message>
    <message>
        <source>The backup “{file}” is damaged. Choose another one.</source>
        <translation>Bản sao lưu “{file}” bị hỏng. Hãy chọn bản khác.</translation>
    </message>
    <message>
        <source>No backup could be written to “{folder}”. Free some space there or allow writing.</source>
        <translation>Không ghi được bản dự phòng vào “{folder}”. Hãy giải phóng dung lượng hoặc cho phép ghi.</translation>
    </message>
    <message>
        <source>“{file}” could not be written ({detail}). Choose another folder.</source>
        <translation>Không ghi được “{file}” ({detail}). Hãy chọn thư mục khác.</translation>
    </message>
    <message>
        <source>The file is damaged or incomplete. Ask the sender for it once more.</source>
        <translation>Tệp bị hỏng hoặc thiếu. Đề nghị bên gửi gửi lại.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space, then try again: “{file}”.</source>
        <translation>Đĩa đã đầy. Hãy giải phóng dung lượng rồi thử lại: “{file}”.</translation>
    </message>
    <message>
        <source>The disk reports an error at “{file}”. Copy the workspace to another disk and go on there.</source>
        <translation>Đĩa báo lỗi ở “{file}”. Hãy chép tệp làm việc sang đĩa khác rồi làm tiếp ở đó.</translation>
    </message>
    <message>
        <source>The file is empty. Ask the sender for it once more.</source>
        <translation>Tệp rỗng. Đề nghị bên gửi gửi lại.</translation>
    </message>
    <message>
        <source>The file of {agency} has an impossible value at “{indicator}”. Ask the agency to correct it.</source>
        <translation>Tệp của {agency} có số liệu không thể có ở “{indicator}”. Đề nghị đơn vị sửa lại.</translation>
    </message>
    <message>
        <source>There are still errors: {count}. Mend them first, then finish.</source>
        <translation>Còn {count} lỗi. Hãy sửa trước rồi hoàn tất.</translation>
    </message>
    <message>
        <source>“{file}” is open in another program or protected. Close it there, then try again.</source>
        <translation>“{file}” đang mở ở chương trình khác hoặc bị khóa ghi. Hãy đóng ở đó rồi thử lại.</translation>
    </message>
    <message>
        <source>“{file}” cannot be read. Copy it to this machine, then try again.</source>
        <translation>Không đọc được “{file}”. Hãy chép về máy này rồi thử lại.</translation>
    </message>
    <message>
        <source>There is no folder “{folder}”. Choose another one.</source>
        <translation>Không có thư mục “{folder}”. Hãy chọn thư mục khác.</translation>
    </message>
    <message>
        <source>The folder “{folder}” holds no unpacked file of ours. Choose the file that you received.</source>
        <translation>Thư mục “{folder}” không chứa tệp nào của chương trình đã được giải nén. Hãy chọn chính tệp đã nhận được.</translation>
    </message>
    <message>
        <source>“{file}” is only one part of an unpacked file, and the rest is not beside it. Choose the .zip as it came.</source>
        <translation>“{file}” chỉ là một phần của tệp đã giải nén, các phần còn lại không nằm cùng chỗ. Hãy chọn tệp .zip như khi nhận được.</translation>
    </message>
    <message>
        <source>“{folder}” is not an empty folder. Choose a new one; nothing was changed.</source>
        <translation>“{folder}” không phải thư mục trống. Hãy chọn thư mục mới; chưa có gì bị thay đổi.</translation>
    </message>
    <message>
        <source>Nothing can be written to “{folder}”. Choose a folder of your own, such as Documents.</source>
        <translation>Không ghi được vào “{folder}”. Hãy chọn thư mục của mình, chẳng hạn Documents.</translation>
    </message>
    <message>
        <source>The history in “{file}” was changed from outside ({detail}). Telephone Home Affairs before the next file goes out, or take the newest copy from the folder “backups”.</source>
        <translation>Lịch sử nhập liệu trong “{file}” đã bị sửa từ bên ngoài ({detail}). Hãy gọi cho Sở Nội vụ trước khi gửi tệp tiếp theo, hoặc lấy bản mới nhất trong thư mục “backups”.</translation>
    </message>
    <message>
        <source>The indicator set inside is not valid ({where}). Ask Home Affairs for a new round file.</source>
        <translation>Bộ chỉ tiêu trong tệp không hợp lệ ({where}). Đề nghị Sở Nội vụ gửi tệp đợt báo cáo mới.</translation>
    </message>
    <message>
        <source>The file&apos;s content is not valid (at {where}). Ask the sender to export it again.</source>
        <translation>Nội dung tệp không hợp lệ (tại {where}). Đề nghị bên gửi xuất lại.</translation>
    </message>
    <message>
        <source>“{file}” is a folder. Choose a file.</source>
        <translation>“{file}” là thư mục. Hãy chọn một tệp.</translation>
    </message>
    <message>
        <source>The file&apos;s new key was not handed over by the old one as it claims. Ask the sender by telephone.</source>
        <translation>Tệp nói khóa mới do khóa cũ chuyển giao nhưng không đúng như vậy. Hãy gọi điện hỏi bên gửi.</translation>
    </message>
    <message>
        <source>The key file is damaged. Put its backup copy in its place.</source>
        <translation>Tệp khóa bị hỏng. Hãy dùng bản sao dự phòng.</translation>
    </message>
    <message>
        <source>This desk already has a key ({file}). Use its passphrase.</source>
        <translation>Đơn vị đã có khóa ({file}). Hãy dùng mật khẩu của khóa đó.</translation>
    </message>
    <message>
        <source>The key of this desk was not found ({file}). Put its backup copy back, or make a new key.</source>
        <translation>Không tìm thấy khóa của đơn vị ({file}). Hãy chép lại bản dự phòng, hoặc tạo khóa mới.</translation>
    </message>
    <message>
        <source>The key of {name} was revoked; what it seals is not taken in any more. Ask the agency for a file under its new key.</source>
        <translation>Khóa xác thực của {name} đã bị thu hồi, không tiếp nhận tệp dùng khóa này nữa. Hãy đề nghị đơn vị gửi tệp theo khóa mới.</translation>
    </message>
    <message>
        <source>The key file “{file}” cannot be read.</source>
        <translation>Không đọc được tệp khóa “{file}”.</translation>
    </message>
    <message>
        <source>The content was changed after signing (at {name}). Ask the sender for the original file.</source>
        <translation>Nội dung đã bị thay đổi sau khi xuất ({name}). Đề nghị bên gửi gửi lại tệp gốc.</translation>
    </message>
    <message>
        <source>The indicator set was made by a newer program ({format}). Install the newer ReformDesk.</source>
        <translation>Bộ chỉ tiêu do phiên bản mới hơn tạo ra ({format}). Hãy cài ReformDesk mới.</translation>
    </message>
    <message>
        <source>The file was made by a newer program. Install the newer ReformDesk, then open it again.</source>
        <translation>Tệp do phiên bản mới hơn tạo ra. Hãy cài ReformDesk mới rồi mở lại.</translation>
    </message>
    <message>
        <source>Nobody reports “{number} {name}” yet. Choose who does in its row (marked ✕), or take the row out.</source>
        <translation>Chưa có đơn vị nào báo cáo “{number} {name}”. Hãy chọn đơn vị ở dòng đó (có dấu ✕), hoặc bỏ dòng đi.</translation>
    </message>
    <message>
        <source>There is no agency yet. Paste the agencies&apos; names, one a line.</source>
        <translation>Chưa có đơn vị nào. Hãy dán tên các đơn vị, mỗi dòng một đơn vị.</translation>
    </message>
    <message>
        <source>No indicator yet. Paste a table, or start from the template.</source>
        <translation>Chưa có chỉ tiêu nào. Hãy dán một biểu, hoặc lấy biểu mẫu.</translation>
    </message>
    <message>
        <source>“Sở Nội vụ” is missing among the agencies. Add it.</source>
        <translation>Trong danh sách chưa có “Sở Nội vụ”. Hãy thêm vào.</translation>
    </message>
    <message>
        <source>There is no file in “{folder}”. Choose another folder.</source>
        <translation>Trong “{folder}” không có tệp nào. Hãy chọn thư mục khác.</translation>
    </message>
    <message>
        <source>There is no round yet. Open a round first, then take in files.</source>
        <translation>Chưa có đợt báo cáo nào. Hãy mở đợt báo cáo trước, rồi tiếp nhận tệp.</translation>
    </message>
    <message>
        <source>There is no round yet. Open the round file of Home Affairs first.</source>
        <translation>Chưa có đợt báo cáo. Hãy mở tệp đợt báo cáo của Sở Nội vụ trước.</translation>
    </message>
    <message>
        <source>There is no screen to open a window on. See reformdesk --help for the commands.</source>
        <translation>Máy này không có màn hình để mở cửa sổ. Xem reformdesk --help để biết các lệnh.</translation>
    </message>
    <message>
        <source>“{folder}” is not a folder. Choose another name.</source>
        <translation>“{folder}” không phải thư mục. Hãy chọn tên khác.</translation>
    </message>
    <message>
        <source>This file is not a reply of Home Affairs but another kind ({kind}).</source>
        <translation>Đây không phải phản hồi của Sở Nội vụ mà là loại khác ({kind}).</translation>
    </message>
    <message>
        <source>This file is not a round file but another kind ({kind}).</source>
        <translation>Đây không phải tệp đợt báo cáo mà là loại khác ({kind}).</translation>
    </message>
    <message>
        <source>This file is not a submission but another kind ({kind}).</source>
        <translation>Đây không phải tệp nộp mà là loại khác ({kind}).</translation>
    </message>
    <message>
        <source>This is not a ReformDesk file. Choose the file that the sender exported.</source>
        <translation>Đây không phải tệp của ReformDesk. Hãy chọn đúng tệp bên gửi đã xuất.</translation>
    </message>
    <message>
        <source>This is not a ReformDesk file but a {looks_like} file. Choose the file that the sender exported.</source>
        <translation>Đây là tệp {looks_like}, không phải tệp của ReformDesk. Hãy chọn đúng tệp bên gửi đã xuất.</translation>
    </message>
    <message>
        <source>The indicator “{indicator}” is not assigned to this agency.</source>
        <translation>Chỉ tiêu “{indicator}” không được giao cho đơn vị này.</translation>
    </message>
    <message>
        <source>The file of {agency} answers “{indicator}”, which is not assigned to it.</source>
        <translation>Tệp của {agency} có chỉ tiêu “{indicator}” không được giao.</translation>
    </message>
    <message>
        <source>The file bears no signature. Ask the sender to export it again.</source>
        <translation>Tệp chưa được xác thực. Đề nghị bên gửi xuất lại.</translation>
    </message>
    <message>
        <source>Nothing has changed since submission no. {revision}. There is nothing new to export.</source>
        <translation>Không có gì thay đổi từ tệp nộp lần {revision}. Không có gì mới để xuất.</translation>
    </message>
    <message>
        <source>This agency owes nothing in the round {round}.</source>
        <translation>Đơn vị không được giao chỉ tiêu nào trong đợt {round}.</translation>
    </message>
    <message>
        <source>There is no accepted submission to answer in the round {round}.</source>
        <translation>Đợt {round} chưa có tệp nộp nào được nhận để phản hồi.</translation>
    </message>
    <message>
        <source>This file is sealed by a key that is not Home Affairs&apos; known key. Telephone Home Affairs before using it.</source>
        <translation>Tệp này không dùng khóa xác thực đã biết của Sở Nội vụ. Hãy gọi Sở Nội vụ trước khi dùng.</translation>
    </message>
    <message>
        <source>The file belongs to another issue of the round {round} than this workspace&apos;s.</source>
        <translation>Tệp thuộc một bản khác của đợt {round}, không phải bản đang dùng ở đây.</translation>
    </message>
    <message>
        <source>This key of Home Affairs was revoked. Make a new key, or go on with the reserve key.</source>
        <translation>Khóa này của Sở Nội vụ đã bị thu hồi. Hãy tạo khóa mới hoặc dùng khóa dự phòng.</translation>
    </message>
    <message>
        <source>The passphrase is empty. Type one.</source>
        <translation>Chưa nhập mật khẩu. Hãy nhập mật khẩu.</translation>
    </message>
    <message>
        <source>The passphrase is missing. Set {variable} or type it when asked.</source>
        <translation>Thiếu mật khẩu. Hãy đặt biến {variable} hoặc gõ khi được hỏi.</translation>
    </message>
    <message>
        <source>There is no “{file}”. Check the name.</source>
        <translation>Không có “{file}”. Hãy kiểm tra lại tên.</translation>
    </message>
    <message>
        <source>The PDF was changed after it was signed. Take the file as the signing software wrote it.</source>
        <translation>Tệp PDF bị sửa sau khi ký. Hãy dùng đúng tệp do phần mềm ký số ghi ra.</translation>
    </message>
    <message>
        <source>The PDF is locked with a password. Save it without one, then sign it.</source>
        <translation>Tệp PDF có mật khẩu. Hãy lưu lại không mật khẩu rồi ký.</translation>
    </message>
    <message>
        <source>The PDF bears no digital signature. Have it signed with the official software first.</source>
        <translation>Tệp PDF chưa được ký số. Hãy ký bằng phần mềm ký số chuyên dùng trước.</translation>
    </message>
    <message>
        <source>The PDF was printed from other figures than those here. Print the form again and have it signed.</source>
        <translation>Tệp PDF được in từ số liệu khác với số liệu hiện tại. Hãy in lại biểu rồi ký.</translation>
    </message>
    <message>
        <source>The file cannot be read as a PDF. Choose the signed PDF.</source>
        <translation>Không đọc được tệp này như tệp PDF. Hãy chọn tệp PDF đã ký.</translation>
    </message>
    <message>
        <source>The token is locked after too many wrong PINs. Its issuer unlocks it; meanwhile use another key.</source>
        <translation>Token đã bị khóa vì nhập sai PIN quá nhiều lần. Nơi cấp sẽ mở khóa; trong khi chờ hãy dùng khóa khác.</translation>
    </message>
    <message>
        <source>The PIN is wrong. Nothing was signed; try again.</source>
        <translation>Sai mã PIN. Chưa ký gì cả; hãy thử lại.</translation>
    </message>
    <message>
        <source>The PIN is wrong. Nothing was signed. Few tries are left before the token locks: look it up first.</source>
        <translation>Sai mã PIN. Chưa ký gì cả. Chỉ còn ít lần thử trước khi token bị khóa: hãy xem lại PIN.</translation>
    </message>
    <message>
        <source>The PIN is wrong. ONE try is left before the token locks. Look the PIN up before you try again.</source>
        <translation>Sai mã PIN. CHỈ CÒN MỘT lần thử trước khi token bị khóa. Hãy xem lại PIN trước khi thử tiếp.</translation>
    </message>
    <message>
        <source>The province&apos;s name is missing. Type it.</source>
        <translation>Chưa có tên tỉnh. Hãy nhập tên tỉnh.</translation>
    </message>
    <message>
        <source>This reply says nothing about this agency.</source>
        <translation>Phản hồi này không nói gì về đơn vị này.</translation>
    </message>
    <message>
        <source>A return must say why, in general or at a field.</source>
        <translation>Khi trả lại phải nêu lý do, chung hoặc tại chỉ tiêu.</translation>
    </message>
    <message>
        <source>The round {round} is here already in another issue. Ask Home Affairs which one holds.</source>
        <translation>Đợt {round} đã có ở đây với bản khác. Hãy hỏi Sở Nội vụ dùng bản nào.</translation>
    </message>
    <message>
        <source>There is already a round {round}. Choose another name.</source>
        <translation>Đã có đợt {round}. Hãy chọn kỳ khác.</translation>
    </message>
    <message>
        <source>The key already lies in “{folder}”. Choose another place, such as a USB stick.</source>
        <translation>Khóa đã nằm trong “{folder}”. Hãy chọn nơi khác, ví dụ USB.</translation>
    </message>
    <message>
        <source>The second signature needs another key than the first. Let the head of the agency sign.</source>
        <translation>Xác nhận thứ hai phải dùng khóa khác. Hãy mời thủ trưởng đơn vị xác nhận.</translation>
    </message>
    <message>
        <source>The sample&apos;s file {file} was not accepted: {reasons}.</source>
        <translation>Tệp mẫu {file} không được nhận: {reasons}.</translation>
    </message>
    <message>
        <source>The sample&apos;s figure for {indicator} cannot be read: {text}.</source>
        <translation>Không đọc được số liệu mẫu của {indicator}: {text}.</translation>
    </message>
    <message>
        <source>“{file}” cannot be read as a table. It needs the columns indicator and value, as .csv or .xlsx.</source>
        <translation>Không đọc được “{file}” như một bảng. Cần tệp .csv hoặc .xlsx có cột indicator và value.</translation>
    </message>
    <message>
        <source>The signature is not valid. Ask the sender for the original file.</source>
        <translation>Phần xác thực của tệp không hợp lệ. Đề nghị bên gửi gửi lại tệp gốc.</translation>
    </message>
    <message>
        <source>The signature does not match the content. Ask the sender for the original file.</source>
        <translation>Phần xác thực không khớp với nội dung. Đề nghị bên gửi gửi lại tệp gốc.</translation>
    </message>
    <message>
        <source>The signature uses a method that is too weak ({detail}).</source>
        <translation>Phương thức xác thực quá yếu ({detail}). Đề nghị bên gửi dùng khóa khác.</translation>
    </message>
    <message>
        <source>The file bears two signatures already; no third one is needed.</source>
        <translation>Tệp đã có đủ hai xác nhận, không cần thêm.</translation>
    </message>
    <message>
        <source>The file holds something that does not belong there ({name}). Ask the sender for the original.</source>
        <translation>Trong tệp có thành phần lạ ({name}). Đề nghị bên gửi gửi lại tệp gốc.</translation>
    </message>
    <message>
        <source>The token has no certificate to sign with. Plug in the token that your certificate is on.</source>
        <translation>Token không có chứng thư để ký. Hãy cắm đúng token chứa chứng thư.</translation>
    </message>
    <message>
        <source>There is no token. Plug it in, then try again; nothing was signed.</source>
        <translation>Không thấy token. Hãy cắm token rồi thử lại; chưa ký gì cả.</translation>
    </message>
    <message>
        <source>The token&apos;s driver was not found ({file}). Install the software that came with the token.</source>
        <translation>Không tìm thấy trình điều khiển của token ({file}). Hãy cài phần mềm đi kèm token.</translation>
    </message>
    <message>
        <source>The token reports an error ({detail}). Pull it out, plug it in again and try once more.</source>
        <translation>Token báo lỗi ({detail}). Hãy rút ra, cắm lại rồi thử lần nữa.</translation>
    </message>
    <message>
        <source>The file is too large to be one of ours.</source>
        <translation>Tệp quá lớn, không thể là tệp của ReformDesk.</translation>
    </message>
    <message>
        <source>The agency {agency} is not in this round.</source>
        <translation>Đơn vị {agency} không có trong đợt này.</translation>
    </message>
    <message>
        <source>The round {round} is not in this workspace.</source>
        <translation>Đợt {round} không có trong tệp làm việc này.</translation>
    </message>
    <message>
        <source>“{file}” must end in .xlsx, .docx, .csv or .json.</source>
        <translation>“{file}” phải có đuôi .xlsx, .docx, .csv hoặc .json.</translation>
    </message>
    <message>
        <source>“{file}” is open in another window or program. Close it there, then try again.</source>
        <translation>“{file}” đang mở ở cửa sổ hoặc chương trình khác. Hãy đóng ở đó rồi thử lại.</translation>
    </message>
    <message>
        <source>The workspace “{file}” is damaged. Take its newest copy from the folder “backups”.</source>
        <translation>Tệp làm việc “{file}” bị hỏng. Hãy lấy bản mới nhất trong thư mục “backups”.</translation>
    </message>
    <message>
        <source>There is already a “{file}”. Choose another name.</source>
        <translation>Đã có “{file}”. Hãy chọn tên khác.</translation>
    </message>
    <message>
        <source>“{file}” does not lie in “{folder}” any more. Put the USB stick or the folder back, then try again; leave the program open until then.</source>
        <translation>Không còn thấy “{file}” trong “{folder}”. Hãy cắm lại USB hoặc đưa thư mục về chỗ cũ rồi thử lại; trong lúc đó đừng đóng chương trình.</translation>
    </message>
    <message>
        <source>There is no workspace “{file}”. Check the name.</source>
        <translation>Không có tệp làm việc “{file}”. Hãy kiểm tra lại tên.</translation>
    </message>
    <message>
        <source>The workspace “{file}” was made by a newer program. Install the newer ReformDesk.</source>
        <translation>Tệp làm việc “{file}” do phiên bản mới hơn tạo ra. Hãy cài ReformDesk mới.</translation>
    </message>
    <message>
        <source>“{file}” is not a ReformDesk workspace.</source>
        <translation>“{file}” không phải tệp làm việc của ReformDesk.</translation>
    </message>
    <message>
        <source>“{file}” lies where nothing can be written. Copy it to a folder of your own, then open it there.</source>
        <translation>“{file}” nằm ở nơi không ghi được. Hãy chép vào thư mục của mình rồi mở ở đó.</translation>
    </message>
    <message>
        <source>The workspace “{file}” reports an error: {detail}.</source>
        <translation>Tệp làm việc “{file}” báo lỗi: {detail}.</translation>
    </message>
    <message>
        <source>The workspace “{file}” cannot be read.</source>
        <translation>Không đọc được tệp làm việc “{file}”.</translation>
    </message>
    <message>
        <source>“{file}” is not the kind of workspace that this needs.</source>
        <translation>“{file}” không đúng loại tệp làm việc cần dùng.</translation>
    </message>
    <message>
        <source>The passphrase is wrong. Nothing was signed; try again.</source>
        <translation>Mật khẩu không đúng. Chưa có gì được xác thực; hãy nhập lại.</translation>
    </message>
    <message>
        <source>Wrong usage: {detail}. See --help.</source>
        <translation>Dùng sai lệnh: {detail}. Xem --help.</translation>
    </message>
    <message>
        <source>Something went wrong ({code}).</source>
        <translation>Có lỗi xảy ra ({code}).</translation>
    </message>
    <message>
        <source>This desk is for data entry only. The agency&apos;s main desk finishes: export the areas and open the file there.</source>
        <translation>Máy này chỉ nhập liệu, việc hoàn tất do máy chính của đơn vị làm. Hãy xuất các lĩnh vực rồi mở tệp đó ở máy chính.</translation>
    </message>
    <message>
        <source>This is a data-entry file, which officers of one agency pass to each other, and no submission. It is opened at the agency&apos;s main desk.</source>
        <translation>Đây là tệp nhập liệu do cán bộ trong cùng một đơn vị chuyển cho nhau, không phải tệp nộp. Tệp này được mở ở máy chính của đơn vị.</translation>
    </message>
    <message>
        <source>The data-entry file of {officer} belongs to another agency ({agency}), not to yours.</source>
        <translation>Tệp nhập liệu của {officer} thuộc đơn vị khác ({agency}), không phải đơn vị này.</translation>
    </message>
    <message>
        <source>The data-entry file of {officer} answers another issue of the round {round} than this desk has. Open the same round file on both machines, then export again.</source>
        <translation>Tệp nhập liệu của {officer} theo một bản khác của đợt báo cáo {round} so với máy này. Hãy mở cùng một tệp đợt báo cáo trên cả hai máy rồi xuất lại.</translation>
    </message>
    <message>
        <source>The data-entry file of {officer} is for the round {round}, which is not at this desk. Open its round file here first.</source>
        <translation>Tệp nhập liệu của {officer} thuộc đợt báo cáo {round}, đợt này chưa có trên máy này. Hãy mở tệp đợt báo cáo đó ở đây trước.</translation>
    </message>
    <message>
        <source>No area is chosen. Tick what the other desk is to get.</source>
        <translation>Chưa chọn lĩnh vực nào. Hãy đánh dấu các lĩnh vực cần chuyển sang máy chính.</translation>
    </message>
    <message>
        <source>This is not a data-entry file. Choose the file that was exported.</source>
        <translation>Đây không phải tệp nhập liệu. Hãy chọn đúng tệp đã xuất.</translation>
    </message>
    <message>
        <source>Your name is missing. Type it, so that it is known from whom.</source>
        <translation>Chưa có họ tên. Hãy nhập họ tên để máy chính biết số liệu của ai.</translation>
    </message>
    <message>
        <source>Type two different names: of who leaves and of who follows.</source>
        <translation>Ghi họ tên của hai người khác nhau: người giao và người nhận.</translation>
    </message>
    <message>
        <source>This file is not a recovery file but another kind ({kind}).</source>
        <translation>Tệp này không phải tệp khôi phục mà là loại khác ({kind}).</translation>
    </message>
    <message>
        <source>The new passphrase is the old one. The successor chooses another.</source>
        <translation>Mật khẩu mới trùng mật khẩu cũ. Người nhận cần đặt mật khẩu khác.</translation>
    </message>
    <message>
        <source>What the recovery file brings is not what it says ({detail}). Ask Home Affairs for a new one.</source>
        <translation>Nội dung trong tệp khôi phục không khớp với những gì tệp ghi ({detail}). Đề nghị Sở Nội vụ lập tệp mới.</translation>
    </message>
    <message>
        <source>Home Affairs has accepted no. {revision} for {round}, which this desk does not know. Nothing was changed. Close the program, move this workspace to another folder, then open the recovery file.</source>
        <translation>Sở Nội vụ đã tiếp nhận lần {revision} của đợt {round} mà bàn làm việc này chưa có. Chưa thay đổi gì. Hãy đóng chương trình, chuyển tệp làm việc này sang thư mục khác, rồi mở tệp khôi phục.</translation>
    </message>
    <message>
        <source>The recovery file is older than this desk: for {round} it ends with no. {revision}, here stands no. {here}. Nothing was changed; go on with this desk.</source>
        <translation>Tệp khôi phục cũ hơn bàn làm việc này: đợt {round} trong tệp dừng ở lần {revision}, ở đây đã có lần {here}. Chưa thay đổi gì; cứ làm tiếp ở đây.</translation>
    </message>
    <message>
        <source>This recovery file is for {agency}, and this desk is another agency&apos;s. Nothing was changed.</source>
        <translation>Tệp khôi phục này của {agency}, còn bàn làm việc đang mở là của đơn vị khác. Chưa thay đổi gì.</translation>
    </message>
    <message>
        <source>This desk has all that the recovery file holds. Nothing was changed; go on with this desk.</source>
        <translation>Bàn làm việc này đã có đủ những gì trong tệp khôi phục. Chưa thay đổi gì; cứ làm tiếp ở đây.</translation>
    </message>
    <message>
        <source>The newest submission has too much evidence for a recovery file. Give the agency its file itself.</source>
        <translation>Tệp nộp gần nhất có tài liệu kiểm chứng quá lớn so với tệp khôi phục. Hãy gửi lại cho đơn vị chính tệp nộp đó.</translation>
    </message>
    <message>
        <source>A letter&apos;s number has at most {most} signs.</source>
        <translation>Số, ký hiệu công văn dài tối đa {most} ký tự.</translation>
    </message>
    <message>
        <source>Fields changed that nobody asked about: {count}. Write beside each why, then finish.</source>
        <translation>Số chỉ tiêu đã sửa mà chưa ghi lý do: {count}. Hãy ghi lý do ở từng chỉ tiêu rồi hoàn tất.</translation>
    </message>
    <message>
        <source>The right figure cannot be true of this indicator. Check it.</source>
        <translation>Số đúng không thể có ở chỉ tiêu này. Hãy kiểm tra lại.</translation>
    </message>
    <message>
        <source>Write why first: a request without a reason goes nowhere.</source>
        <translation>Hãy ghi lý do trước; đề nghị không có lý do thì không được xem xét.</translation>
    </message>
    <message>
        <source>This is the figure that was reported; there is nothing to correct.</source>
        <translation>Đây chính là số đã báo cáo, không có gì để đính chính.</translation>
    </message>
    <message>
        <source>A submission carries at most {most} requests.</source>
        <translation>Một tệp nộp chỉ mang được tối đa {most} đề nghị.</translation>
    </message>
    <message>
        <source>The form “{file}” was made by a newer program. Install the newer ReformDesk, then read it.</source>
        <translation>Biểu “{file}” do phiên bản mới hơn tạo ra. Hãy cài ReformDesk mới rồi đọc.</translation>
    </message>
    <message>
        <source>No row of your form was found in “{file}”. Choose the form that you exported, or copy the figures and paste.</source>
        <translation>Trong “{file}” không có dòng nào của biểu đơn vị. Hãy chọn đúng biểu đã xuất, hoặc sao chép số liệu rồi dán.</translation>
    </message>
    <message>
        <source>“{file}” is the form of {agency}, not of your agency. Nothing was read.</source>
        <translation>“{file}” là biểu của {agency}, không phải của đơn vị mình. Chưa đọc gì.</translation>
    </message>
    <message>
        <source>“{file}” is a form of another round ({theirs}), and {ours} is open. Nothing was read.</source>
        <translation>“{file}” là biểu của đợt khác ({theirs}), còn đợt đang mở là {ours}. Chưa đọc gì.</translation>
    </message>
    <message>
        <source>“{file}” cannot be read as an Excel workbook. Open it in Excel, save it as .xlsx, then try again.</source>
        <translation>Không đọc được “{file}” như một tệp Excel. Hãy mở bằng Excel, lưu dạng .xlsx rồi thử lại.</translation>
    </message>
    <message>
        <source>“{file}” has a password. Open it in Excel, take the password off, save it, then try again.</source>
        <translation>“{file}” có mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu, lưu lại rồi thử lại.</translation>
    </message>
    <message>
        <source>“{file}” is of the old Excel format .xls. Open it in Excel, save it as .xlsx, then try again.</source>
        <translation>“{file}” ở dạng Excel cũ (.xls). Hãy mở bằng Excel, lưu dạng .xlsx rồi thử lại.</translation>
    </message>
    <message>
        <source>This is only the mark that “{file}” is open somewhere. Close it there, then choose the file itself.</source>
        <translation>Đây chỉ là dấu cho biết “{file}” đang mở ở đâu đó. Hãy đóng tệp ấy lại rồi chọn chính tệp ấy.</translation>
    </message>
    <message>
        <source>“{file}” is no .xlsx workbook. Open it in its program, save it as .xlsx, then try again.</source>
        <translation>“{file}” không phải tệp .xlsx. Hãy mở bằng chương trình đã tạo ra nó, lưu dạng .xlsx rồi thử lại.</translation>
    </message>
    <message>
        <source>“{file}” is too large for a form. Copy the form&apos;s sheets into a new workbook, then try again.</source>
        <translation>“{file}” quá lớn so với một biểu. Hãy chép các trang tính của biểu sang tệp mới rồi thử lại.</translation>
    </message>
    <message>
        <source>This decision does not hold any more: another one took its place. Look at the newest.</source>
        <translation>Quyết định này không còn hiệu lực: đã có quyết định khác thay thế. Hãy xem quyết định mới nhất.</translation>
    </message>
    <message>
        <source>Write why first: a decision is taken back with a reason.</source>
        <translation>Hãy ghi lý do trước: rút lại quyết định phải có lý do.</translation>
    </message>
    <message>
        <source>This is the workspace of an agency. Only another desk of Home Affairs is brought together with yours.</source>
        <translation>Đây là tệp làm việc của một đơn vị. Chỉ gộp được với một bàn làm việc khác của Sở Nội vụ.</translation>
    </message>
    <message>
        <source>This is the very workspace that is open. Choose your colleague&apos;s.</source>
        <translation>Đây chính là tệp làm việc đang mở. Hãy chọn tệp của đồng nghiệp.</translation>
    </message>
    <message>
        <source>This workspace is of another office, or of one that was set up anew. The two have no round in common.</source>
        <translation>Tệp làm việc này của cơ quan khác, hoặc đã được thiết lập lại từ đầu. Hai bên không có đợt báo cáo nào chung.</translation>
    </message>
    <message>
        <source>“{folder}” is there already, and is not written over. Rename it, or choose another place.</source>
        <translation>“{folder}” đã có và không bị ghi đè. Đổi tên thư mục đó hoặc chọn nơi khác.</translation>
    </message>
    <message>
        <source>Home Affairs opens the round and cannot be taken out of it.</source>
        <translation>Sở Nội vụ là đơn vị mở đợt, không đưa ra khỏi đợt được.</translation>
    </message>
    <message>
        <source>Two desks corrected {round} apart. Decide first which of the two holds, under “Waiting”.</source>
        <translation>Hai máy đã điều chỉnh đợt {round} khác nhau. Trước hết quyết định lần nào có hiệu lực, ở “Chờ xử lý”.</translation>
    </message>
    <message>
        <source>Nothing that {round} asks has changed. Change something, or choose what is to be asked again.</source>
        <translation>Nội dung đợt {round} không có gì thay đổi. Hãy sửa, hoặc chọn chỉ tiêu cần hỏi lại.</translation>
    </message>
    <message>
        <source>The round is too large for one file: it has too many agencies or indicators. Ask for fewer areas.</source>
        <translation>Đợt báo cáo quá lớn so với một tệp: quá nhiều đơn vị hoặc chỉ tiêu. Hỏi ít lĩnh vực hơn.</translation>
    </message>
    <message>
        <source>Type the agency&apos;s name.</source>
        <translation>Gõ tên đơn vị.</translation>
    </message>
    <message>
        <source>No program here opens “{file}”. Save a copy of it instead.</source>
        <translation>Máy này không có chương trình nào mở được “{file}”. Hãy lưu một bản sao.</translation>
    </message>
    <message>
        <source>“{file}” is not opened here. Save a copy of it instead.</source>
        <translation>Chương trình không mở “{file}” tại đây. Hãy lưu một bản sao.</translation>
    </message>
    <message>
        <source>There can be at most {most} phrases.</source>
        <translation>Chỉ lưu được tối đa {most} câu mẫu.</translation>
    </message>
    <message>
        <source>The round is closed (closing no. {number}), so nothing in it is decided or changed. Reopen it first: “Rounds”, “Closing…”.</source>
        <translation>Đợt báo cáo đã chốt lần {number} nên không quyết định hay thay đổi gì nữa. Hãy mở lại trước: “Đợt báo cáo”, nút “Chốt số liệu…”.</translation>
    </message>
    <message>
        <source>The round {round} is closed already, as closing no. {number}. Reopen it first if something has to change.</source>
        <translation>Đợt {round} đã chốt lần {number}. Nếu cần thay đổi thì mở lại trước.</translation>
    </message>
    <message>
        <source>The round {round} is not closed, so there is nothing to reopen.</source>
        <translation>Đợt {round} chưa chốt nên không cần mở lại.</translation>
    </message>
    <message>
        <source>Write why first: which file was late, or what was wrong.</source>
        <translation>Hãy ghi lý do trước: tệp nào đến muộn, hoặc sai ở đâu.</translation>
    </message>
    <message>
        <source>A closing is not taken back. Reopen the round, or close it anew: “Rounds”, “Closing…”.</source>
        <translation>Không rút lại được việc chốt số liệu. Hãy mở lại hoặc chốt lần mới: “Đợt báo cáo”, nút “Chốt số liệu…”.</translation>
    </message>
    <message>
        <source>The round {round} has no closing “{number}”.</source>
        <translation>Đợt {round} không có lần chốt “{number}”.</translation>
    </message>
    <message>
        <source>Two desks made closing no. {number} apart. Name it by how its digest begins: {digests}.</source>
        <translation>Có hai bản chốt lần {number} do hai bàn làm việc chốt riêng. Hãy nêu phần đầu của mã: {digests}.</translation>
    </message>
    <message>
        <source>The round file that closing no. {number} was made of is not in this workspace.</source>
        <translation>Tệp làm việc này không có tệp đợt báo cáo mà lần chốt {number} dựa vào.</translation>
    </message>
    <message>
        <source>Type the figure to print. To print the computed one again, take the adjustment back.</source>
        <translation>Nhập số liệu cần in. Muốn in lại số tính từ các đơn vị thì thôi điều chỉnh.</translation>
    </message>
    <message>
        <source>Write why first: the reason stands below the table, for everyone who reads the report.</source>
        <translation>Ghi lý do trước: lý do được in dưới biểu để người đọc báo cáo đều biết.</translation>
    </message>
    <message>
        <source>In the window an entry for {agency} is begun. Seal it there, or throw it away, then try again.</source>
        <translation>Đang nhập dở cho {agency} trong cửa sổ. Hãy hoàn tất hoặc bỏ bản đó, rồi thử lại.</translation>
    </message>
    <message>
        <source>Nothing was entered yet: every indicator is blank.</source>
        <translation>Chưa nhập gì: mọi chỉ tiêu đều để trống.</translation>
    </message>
    <message>
        <source>This key is none of Home Affairs&apos; own. Seal with the key that opened the round, or its successor.</source>
        <translation>Khóa này không phải khóa của Sở Nội vụ. Hãy niêm phong bằng khóa đã mở đợt báo cáo, hoặc khóa thay thế khóa đó.</translation>
    </message>
    <message>
        <source>Something of this agency came in meanwhile. Look at what stands there now, then seal again.</source>
        <translation>Vừa có tệp hoặc số liệu mới của đơn vị này. Hãy xem lại rồi hoàn tất.</translation>
    </message>
    <message>
        <source>Say where the figures come from: who gave them and when; where the way is another one, also which.</source>
        <translation>Hãy ghi nguồn số liệu: ai cung cấp, khi nào; nếu bằng cách khác thì ghi rõ cách nào.</translation>
    </message>
    <message>
        <source>Write why first: an entry is withdrawn with a reason.</source>
        <translation>Hãy ghi lý do trước: rút số liệu nhập thay phải có lý do.</translation>
    </message>
    <message>
        <source>“{file}” does not say whose form it is. Choose the agency on the board, enter on its behalf, then drop the form there.</source>
        <translation>“{file}” không cho biết là biểu của đơn vị nào. Hãy chọn đơn vị trên bảng theo dõi, bấm Nhập thay đơn vị, rồi thả biểu vào đó.</translation>
    </message>
    <message>
        <source>Write why first: the agency reads it with the new day.</source>
        <translation>Hãy ghi lý do trước: đơn vị đọc lý do cùng với hạn mới.</translation>
    </message>
    <message>
        <source>The deadline of the round is {day}. An extension needs a later day.</source>
        <translation>Hạn của đợt báo cáo là {day}. Gia hạn phải đến một ngày sau đó.</translation>
    </message>
    <message>
        <source>Write why first: when a file came is corrected with a reason.</source>
        <translation>Hãy ghi lý do trước: ghi lại lúc nhận phải có lý do.</translation>
    </message>
    <message>
        <source>This moment has not come yet. Type when the file arrived.</source>
        <translation>Thời điểm này chưa đến. Hãy ghi lúc tệp đã đến.</translation>
    </message>
    <message>
        <source>The round was not open yet at this moment. Type when the file arrived.</source>
        <translation>Lúc đó đợt báo cáo chưa mở. Hãy ghi lúc tệp đã đến.</translation>
    </message>
    <message>
        <source>Type or paste at least one figure of the earlier period.</source>
        <translation>Nhập hoặc dán ít nhất một số liệu của kỳ trước.</translation>
    </message>
    <message>
        <source>This period is not over yet. Open a round for it, so that the agencies report it.</source>
        <translation>Kỳ này chưa kết thúc. Hãy mở đợt báo cáo để các đơn vị báo cáo.</translation>
    </message>
    <message>
        <source>This is too long: at most {most} characters. Shorten it.</source>
        <translation>Nội dung quá dài: nhiều nhất {most} ký tự. Hãy rút gọn.</translation>
    </message>
    <message>
        <source>“{agency}”: name or contact is longer than 300 characters. Shorten it.</source>
        <translation>“{agency}”: tên hoặc đầu mối liên hệ dài quá 300 ký tự. Hãy rút gọn.</translation>
    </message>
    <message>
        <source>A phrase has at most {most} characters.</source>
        <translation>Một câu mẫu dài không quá {most} ký tự.</translation>
    </message>
    <message>
        <source>“{file}” was changed after it was checked, so it is not used. Try again with the file as it came.</source>
        <translation>“{file}” bị thay đổi sau khi kiểm tra nên không được dùng. Hãy làm lại với tệp nguyên gốc.</translation>
    </message>
    <message>
        <source>“{file}” could not be started ({detail}). Ask whoever looks after this machine whether an antivirus program holds it back.</source>
        <translation>Không chạy được “{file}” ({detail}). Hãy hỏi cán bộ phụ trách máy tính xem có phải phần mềm diệt virus chặn không.</translation>
    </message>
    <message>
        <source>This key is not one of Home Affairs&apos; keys in force: the agencies&apos; programs would not know it. Seal with the key that seals the rounds.</source>
        <translation>Khóa này không phải khóa đang có hiệu lực của Sở Nội vụ nên chương trình ở các đơn vị không nhận ra. Hãy niêm phong bằng khóa dùng cho đợt báo cáo.</translation>
    </message>
    <message>
        <source>“{file}” is no program for Windows, so it is not an installer of ReformDesk. Take the file as it was built.</source>
        <translation>“{file}” không phải chương trình Windows nên không phải bản cài đặt ReformDesk. Hãy lấy đúng tệp gốc.</translation>
    </message>
    <message>
        <source>“{file}” says inside that it is version {version}, which its name does not. Take the file as it was built.</source>
        <translation>“{file}” bên trong là phiên bản {version}, khác với tên tệp. Hãy lấy đúng tệp gốc.</translation>
    </message>
    <message>
        <source>While the report was written something was taken in or decided in {round}. Export it again.</source>
        <translation>Trong khi xuất báo cáo, {round} có tệp mới được tiếp nhận hoặc có quyết định mới. Hãy xuất lại báo cáo.</translation>
    </message>
    <message>
        <source>{file} has {size} KB. The workspace keeps files of up to {most} KB.</source>
        <translation>{file} có dung lượng {size} KB. Trong tệp làm việc chỉ lưu được tệp không quá {most} KB.</translation>
    </message>
    <message>
        <source>{agency} owes no figure in these rounds.</source>
        <translation>{agency} không được giao chỉ tiêu nào trong các đợt này.</translation>
    </message>
    <message>
        <source>{first} and {second} cover the same days and ask for the same figures: SDMX has room for one of them. Export them one by one, or choose another kind of file.</source>
        <translation>{first} và {second} trùng kỳ báo cáo và cùng có những chỉ tiêu ấy: tệp SDMX chỉ chứa được số của một đợt. Hãy xuất riêng từng đợt, hoặc chọn loại tệp khác.</translation>
    </message>
    <message>
        <source>{file} is a report: give Home Affairs&apos; workspace with --workspace, its figures are made once more there.</source>
        <translation>“{file}” là báo cáo: hãy thêm --workspace và bàn làm việc của Sở Nội vụ để tính lại và đối chiếu từng số.</translation>
    </message>
    <message>
        <source>{file} is no report of ReformDesk.</source>
        <translation>“{file}” không phải báo cáo do ReformDesk lập.</translation>
    </message>
    <message>
        <source>{file} is too large for a report and was not opened.</source>
        <translation>“{file}” quá lớn so với một báo cáo nên không được mở.</translation>
    </message>
    <message>
        <source>{file} is damaged, or is no report of ReformDesk.</source>
        <translation>“{file}” bị hỏng, hoặc không phải báo cáo do ReformDesk lập.</translation>
    </message>
    <message>
        <source>{file} does not say what it was made from: it is no report of ReformDesk, or that was taken out.</source>
        <translation>“{file}” không ghi nguồn gốc: đây không phải báo cáo do ReformDesk lập, hoặc phần nguồn gốc đã bị bỏ.</translation>
    </message>
    <message>
        <source>What {file} says it was made from was altered so that it cannot be read.</source>
        <translation>Phần nguồn gốc trong “{file}” đã bị sửa, không đọc được nữa.</translation>
    </message>
    <message>
        <source>ALTERED: what the report says it was made from is not so.</source>
        <translation>ĐÃ BỊ SỬA: nguồn gốc ghi trong báo cáo không đúng.</translation>
    </message>
    <message>
        <source>ALTERED: places that are not as they were printed: {count}</source>
        <translation>ĐÃ BỊ SỬA: {count} chỗ khác với bản in</translation>
    </message>
    <message>
        <source>ALTERED: places that are not as they were printed: more than {count}</source>
        <translation>ĐÃ BỊ SỬA: hơn {count} chỗ khác với bản in</translation>
    </message>
    <message>
        <source>Not what holds now, in places: {count}. A CSV does not say of which state it is: it may be older, or altered.</source>
        <translation>Khác với số liệu hiện nay: {count} chỗ. Tệp CSV không ghi lập theo trạng thái nào, nên có thể là bản cũ hơn hoặc đã bị sửa.</translation>
    </message>
    <message>
        <source>“{file}” is read for this and stays as it is. Give what is written another name.</source>
        <translation>“{file}” là tệp đang được dùng làm nguồn nên được giữ nguyên. Hãy đặt tên khác cho tệp ghi ra.</translation>
    </message>
    <message>
        <source>Not verified: not all that the report was made from is at this desk. What is here agrees.</source>
        <translation>Chưa đối chiếu được hết: bàn làm việc này không có đủ tệp và quyết định mà báo cáo dựa vào. Phần đối chiếu được thì khớp.</translation>
    </message>
    <message>
        <source>“{file}” cannot be read. Open it in Word or Excel, save it anew, then try again.</source>
        <translation>Không đọc được “{file}”. Hãy mở bằng Word hoặc Excel, lưu lại rồi thử lần nữa.</translation>
    </message>
    <message>
        <source>There is no placeholder in “{file}”. Save the list of placeholders, copy those you need into the form, then choose it again.</source>
        <translation>Trong “{file}” không có mã điền nào. Hãy lưu danh sách mã điền, chép các mã cần dùng vào biểu rồi chọn lại.</translation>
    </message>
    <message>
        <source>“{file}” has a password. Open it in Word or Excel, take the password off, save it, then try again.</source>
        <translation>“{file}” có mật khẩu. Hãy mở bằng Word hoặc Excel, bỏ mật khẩu, lưu lại rồi thử lần nữa.</translation>
    </message>
    <message>
        <source>“{file}” has macros. Save it without them, as .xlsx or .docx, then try again.</source>
        <translation>“{file}” có macro. Hãy lưu lại dạng không macro (.xlsx hoặc .docx) rồi thử lần nữa.</translation>
    </message>
    <message>
        <source>“{file}” is of an old format (.xls, .doc). Open it, save it as .xlsx or .docx, then try again.</source>
        <translation>“{file}” ở định dạng cũ (.xls, .doc). Hãy mở ra, lưu thành .xlsx hoặc .docx rồi thử lần nữa.</translation>
    </message>
    <message>
        <source>This is only the mark that “{file}” is open somewhere. Close it there, then choose the form itself.</source>
        <translation>Đây chỉ là dấu cho biết “{file}” đang mở ở đâu đó. Hãy đóng lại rồi chọn chính tệp biểu.</translation>
    </message>
    <message>
        <source>“{file}” is neither .xlsx nor .docx. Open it in its program, save it as one of them, then try again.</source>
        <translation>“{file}” không phải .xlsx hay .docx. Hãy mở bằng phần mềm của nó, lưu thành một trong hai dạng ấy rồi thử lần nữa.</translation>
    </message>
    <message>
        <source>“{file}” is the form itself, which stays as it came. Give the filled one another name.</source>
        <translation>“{file}” chính là biểu gốc, phải giữ nguyên. Hãy đặt tên khác cho biểu đã điền.</translation>
    </message>
    <message>
        <source>“{file}” must end in {suffix}, as the form does.</source>
        <translation>Tên “{file}” phải có đuôi {suffix} như biểu gốc.</translation>
    </message>
    <message>
        <source>“{file}” is too large for a form. Copy what is to be filled into a new file, then try again.</source>
        <translation>“{file}” quá lớn so với một biểu. Hãy chép phần cần điền sang tệp mới rồi thử lần nữa.</translation>
    </message>
    <message>
        <source>Nothing in “{file}” is a number, id or name of an indicator of this round.</source>
        <translation>“{file}” không có số thứ tự, mã hay tên nào của chỉ tiêu trong kỳ này.</translation>
    </message>
    <message>
        <source>“{file}” has a password. Open it in Word, take the password off, save it, then choose it again.</source>
        <translation>“{file}” có mật khẩu. Hãy mở bằng Word, bỏ mật khẩu, lưu lại rồi chọn lại.</translation>
    </message>
    <message>
        <source>“{file}” carries macros or controls, which many offices&apos; mail refuses. Save it as .docx without them.</source>
        <translation>“{file}” có macro hoặc điều khiển nhúng, hệ thống thư của nhiều cơ quan sẽ chặn. Hãy lưu thành .docx không có macro.</translation>
    </message>
    <message>
        <source>“{file}” is of the old Word format .doc. Open it in Word, save it as .docx, then choose it again.</source>
        <translation>“{file}” là tệp Word kiểu cũ (.doc). Hãy mở bằng Word, lưu thành .docx rồi chọn lại.</translation>
    </message>
    <message>
        <source>“{file}” is too large for a letterhead. Make its pictures smaller, then choose it again.</source>
        <translation>“{file}” quá lớn để làm mẫu văn bản. Hãy giảm dung lượng hình ảnh trong tệp rồi chọn lại.</translation>
    </message>
    <message>
        <source>“{file}” cannot be read as a Word document. Open it in Word, save it as .docx, then choose it again.</source>
        <translation>Không đọc được “{file}” như một văn bản Word. Hãy mở bằng Word, lưu thành .docx rồi chọn lại.</translation>
    </message>
    <message>
        <source>“{name}” is not in this indicator set.</source>
        <translation>“{name}” không có trong bộ chỉ tiêu này.</translation>
    </message>
    <message>
        <source>Type a name first.</source>
        <translation>Hãy nhập tên trước.</translation>
    </message>
    <message>
        <source>“{name}” stands already, or cannot be used. Choose another.</source>
        <translation>“{name}” đã có, hoặc không dùng được. Hãy chọn mã khác.</translation>
    </message>
    <message>
        <source>“{area}” still has tables. Move or remove them first.</source>
        <translation>“{area}” vẫn còn biểu. Hãy chuyển hoặc bỏ các biểu đó trước.</translation>
    </message>
    <message>
        <source>“{table}” has its indicators in columns; it has no rows to edit.</source>
        <translation>Biểu “{table}” xếp chỉ tiêu theo cột; không có dòng để sửa.</translation>
    </message>
    <message>
        <source>“{name}” would have no row above it that it can be nested in.</source>
        <translation>Phía trên “{name}” không có dòng nào để xếp dòng này vào bên dưới.</translation>
    </message>
    <message>
        <source>“{name}” asks for a figure. Retire the indicator; its row goes with it.</source>
        <translation>Dòng “{name}” có số liệu phải báo cáo. Hãy bỏ chỉ tiêu; dòng sẽ đi theo.</translation>
    </message>
    <message>
        <source>Other rows are nested below “{name}”. Move or remove them first.</source>
        <translation>Dưới “{name}” còn có các dòng khác. Hãy chuyển hoặc bỏ các dòng đó trước.</translation>
    </message>
    <message>
        <source>Between 1 and {most} digits can be asked for.</source>
        <translation>Số chữ số phải từ 1 đến {most}.</translation>
    </message>
    <message>
        <source>Figures of the kind that “{name}” asks for cannot be consolidated in this way.</source>
        <translation>Loại số liệu của “{name}” không tổng hợp theo cách này được.</translation>
    </message>
    <message>
        <source>A group reports “{name}”. Say how its figures become one, or let a single agency report it.</source>
        <translation>“{name}” do một khối đơn vị báo cáo. Hãy chọn cách tổng hợp, hoặc giao cho một đơn vị.</translation>
    </message>
    <message>
        <source>“{weight}” cannot weigh “{name}”: a mean is weighed by another indicator that counts something.</source>
        <translation>Không thể lấy “{weight}” làm trọng số cho “{name}”: trọng số của bình quân phải là một chỉ tiêu số lượng khác.</translation>
    </message>
    <message>
        <source>“{name}” cannot be computed so: a rate is a percentage with two different parts, both counts that add up and that the same agencies report.</source>
        <translation>“{name}” không tự tính như vậy được: tỷ lệ phải tính bằng %, có tử số và mẫu số khác nhau, đều là số lượng cộng được và do cùng đơn vị báo cáo.</translation>
    </message>
    <message>
        <source>Choose the agency or the group that reports.</source>
        <translation>Hãy chọn đơn vị hoặc khối đơn vị báo cáo.</translation>
    </message>
    <message>
        <source>There is no agency and no group “{name}” to report it.</source>
        <translation>Không có đơn vị hay khối đơn vị “{name}” để giao báo cáo.</translation>
    </message>
    <message>
        <source>There is no kind of rule called “{name}”.</source>
        <translation>Không có loại quy tắc “{name}”.</translation>
    </message>
    <message>
        <source>The rule says nothing yet: fill all its parts, each indicator once.</source>
        <translation>Quy tắc chưa đủ: hãy điền hết các phần, mỗi chỉ tiêu một lần.</translation>
    </message>
    <message>
        <source>No indicator set is being drawn. Make a draft first.</source>
        <translation>Chưa có bản thảo bộ chỉ tiêu. Hãy lập bản thảo trước.</translation>
    </message>
    <message>
        <source>A draft is being drawn already. Hand it out with a round or discard it first.</source>
        <translation>Đã có một bản thảo đang soạn. Hãy phát hành bản thảo đó cùng một đợt báo cáo, hoặc bỏ đi trước.</translation>
    </message>
    <message>
        <source>There is no step to undo.</source>
        <translation>Không có bước nào để hoàn tác.</translation>
    </message>
    <message>
        <source>There is no step to redo.</source>
        <translation>Không có bước nào để làm lại.</translation>
    </message>
    <message>
        <source>A step of the draft cannot be read; it may be of a newer version of the program. ({detail})</source>
        <translation>Có một bước của bản thảo không đọc được; có thể do phiên bản mới hơn của chương trình ghi. ({detail})</translation>
    </message>
    <message>
        <source>The register of agencies does not know “{agency}”.</source>
        <translation>Danh sách cơ quan, đơn vị không có “{agency}”.</translation>
    </message>
    <message>
        <source>The id “{agency}” belongs to another agency, perhaps to one that is no more.</source>
        <translation>Mã “{agency}” đã thuộc về một cơ quan khác, có thể là cơ quan đã kết thúc hoạt động.</translation>
    </message>
    <message>
        <source>Two agencies would be called “{agency}” at one time. Choose another name or another day.</source>
        <translation>Sẽ có hai cơ quan cùng mang tên “{agency}” trong một thời gian. Hãy chọn tên khác hoặc ngày khác.</translation>
    </message>
    <message>
        <source>On {day} there is no {agency}: choose another day or agency.</source>
        <translation>Ngày {day} không có {agency}: hãy chọn ngày khác hoặc cơ quan khác.</translation>
    </message>
    <message>
        <source>{agency} would end on {day}, before its first day is over.</source>
        <translation>{agency} sẽ kết thúc hoạt động ngày {day}, khi chưa hết ngày hoạt động đầu tiên.</translation>
    </message>
    <message>
        <source>Home Affairs hands the rounds out and cannot go. Where only its name changes, rename it.</source>
        <translation>Sở Nội vụ là cơ quan phát hành đợt báo cáo nên không thể kết thúc hoạt động. Nếu chỉ đổi tên, hãy dùng chức năng đổi tên.</translation>
    </message>
    <message>
        <source>{agency} stays among all agencies for as long as it is there.</source>
        <translation>{agency} luôn thuộc nhóm tất cả các đơn vị trong suốt thời gian hoạt động.</translation>
    </message>
    <message>
        <source>{agency} cannot take over from itself.</source>
        <translation>{agency} không thể tự tiếp nhận nhiệm vụ của chính mình.</translation>
    </message>
    <message>
        <source>Say which indicators {agency} takes over.</source>
        <translation>Hãy cho biết {agency} tiếp nhận những chỉ tiêu nào.</translation>
    </message>
    <message>
        <source>That {after} takes over from {agency} is said twice for the same indicators.</source>
        <translation>Việc {after} tiếp nhận từ {agency} được nêu hai lần cho cùng những chỉ tiêu.</translation>
    </message>
    <message>
        <source>On one day agencies would take over from each other in a circle: {agencies}.</source>
        <translation>Trong cùng một ngày, các cơ quan sẽ kế thừa nhau theo vòng tròn: {agencies}.</translation>
    </message>
    <message>
        <source>The register of agencies cannot be read. {detail}</source>
        <translation>Không đọc được danh sách cơ quan, đơn vị. {detail}</translation>
    </message>
    <message>
        <source>The rate “{indicator}” is computed from its two parts and cannot be entered. Enter the parts.</source>
        <translation>Tỷ lệ “{indicator}” được tự tính từ tử số và mẫu số nên không nhập được. Hãy nhập tử số và mẫu số.</translation>
    </message>
    <message>
        <source>The draft cannot be used yet: the check finds what is to be mended first.</source>
        <translation>Chưa dùng được bản thảo: hãy sửa trước những gì phần kiểm tra nêu.</translation>
    </message>
    <message>
        <source>“{file}” is damaged and open to be looked at only: nothing in it can be changed. Put a sound backup back.</source>
        <translation>Tệp “{file}” bị hỏng, chỉ mở để xem, không sửa được gì. Hãy khôi phục một bản sao lưu còn tốt.</translation>
    </message>
</context>
<context>
    <name>filling</name>
    <message>
        <source>No indicator is named.</source>
        <translation>Chưa ghi chỉ tiêu nào.</translation>
    </message>
    <message>
        <source>There is no indicator “{text}”. Copy the placeholder from the list.</source>
        <translation>Không có chỉ tiêu “{text}”. Hãy chép mã điền từ danh sách.</translation>
    </message>
    <message>
        <source>“{text}” may mean several: {choices}. Copy the placeholder from the list.</source>
        <translation>“{text}” có thể là nhiều chỉ tiêu: {choices}. Hãy chép mã điền từ danh sách.</translation>
    </message>
    <message>
        <source>“{text}” is a heading; the figures stand in the lines below it.</source>
        <translation>“{text}” là dòng tiêu đề; số liệu nằm ở các dòng bên dưới.</translation>
    </message>
    <message>
        <source>There is no period “{text}” here.</source>
        <translation>Ở đây không có kỳ “{text}”.</translation>
    </message>
    <message>
        <source>“{text}” may mean several periods: {choices}.</source>
        <translation>“{text}” có thể là nhiều kỳ: {choices}.</translation>
    </message>
    <message>
        <source>No earlier period here asks for this indicator.</source>
        <translation>Không có kỳ nào trước đó hỏi chỉ tiêu này.</translation>
    </message>
    <message>
        <source>The same period last year is not here.</source>
        <translation>Ở đây không có cùng kỳ năm trước.</translation>
    </message>
    <message>
        <source>Last year as a whole is not here.</source>
        <translation>Ở đây không có số liệu cả năm trước.</translation>
    </message>
    <message>
        <source>No agency is called “{text}” in this period.</source>
        <translation>Kỳ này không có đơn vị nào tên “{text}”.</translation>
    </message>
    <message>
        <source>Several agencies are called “{text}”: {choices}.</source>
        <translation>Có nhiều đơn vị tên “{text}”: {choices}.</translation>
    </message>
    <message>
        <source>“{text}” is neither a period nor an agency, nor a word known here.</source>
        <translation>“{text}” không phải kỳ báo cáo, không phải đơn vị, cũng không phải từ quy ước.</translation>
    </message>
    <message>
        <source>“{text}” contradicts what stands before it.</source>
        <translation>“{text}” trái với phần đứng trước.</translation>
    </message>
    <message>
        <source>{round} does not ask for this indicator.</source>
        <translation>{round} không hỏi chỉ tiêu này.</translation>
    </message>
    <message>
        <source>{agency} does not report this indicator.</source>
        <translation>{agency} không báo cáo chỉ tiêu này.</translation>
    </message>
    <message>
        <source>Nothing that counts came from {agency}.</source>
        <translation>Chưa có bản gửi nào được tính của {agency}.</translation>
    </message>
    <message>
        <source>Nobody answered yet (blank).</source>
        <translation>Chưa đơn vị nào trả lời (để trống).</translation>
    </message>
    <message>
        <source>This period has totals alone, no figures of single agencies.</source>
        <translation>Kỳ này chỉ có số tổng hợp, không có số liệu từng đơn vị.</translation>
    </message>
    <message>
        <source>How many agencies answered is told of a total only.</source>
        <translation>Số đơn vị báo cáo chỉ có ở số tổng hợp.</translation>
    </message>
    <message>
        <source>Its closing braces are missing in this paragraph or cell.</source>
        <translation>Thiếu dấu ngoặc đóng trong đoạn hoặc ô này.</translation>
    </message>
    <message>
        <source>Nothing is filled in this part of the file.</source>
        <translation>Phần này của tệp không được điền.</translation>
    </message>
    <message>
        <source>It stands in a formula. Put it in a cell of its own, and refer to that.</source>
        <translation>Mã nằm trong công thức. Hãy đặt mã ở một ô riêng rồi để công thức trỏ tới ô đó.</translation>
    </message>
    <message>
        <source>It heads a column of an Excel table, whose name must not change.</source>
        <translation>Mã nằm ở tiêu đề cột của bảng Excel (Table); tên cột không được đổi.</translation>
    </message>
    <message>
        <source>The cell is formatted as a percentage, and the indicator is none.</source>
        <translation>Ô định dạng phần trăm, còn chỉ tiêu không phải tỷ lệ.</translation>
    </message>
    <message>
        <source>The cell is formatted as a date.</source>
        <translation>Ô định dạng ngày tháng.</translation>
    </message>
    <message>
        <source>The text is too long for a cell.</source>
        <translation>Nội dung quá dài so với một ô.</translation>
    </message>
    <message>
        <source>{sheet}, cell {at}</source>
        <translation>{sheet}, ô {at}</translation>
    </message>
    <message>
        <source>{sheet}, header or footer</source>
        <translation>{sheet}, đầu trang hoặc chân trang</translation>
    </message>
    <message>
        <source>{sheet}, note at {at}</source>
        <translation>{sheet}, ghi chú ở ô {at}</translation>
    </message>
    <message>
        <source>comment: {text}</source>
        <translation>nhận xét: {text}</translation>
    </message>
    <message>
        <source>text box or chart: {text}</source>
        <translation>hộp văn bản hoặc biểu đồ: {text}</translation>
    </message>
    <message>
        <source>table {table}, row {row}, column {column}</source>
        <translation>bảng {table}, dòng {row}, cột {column}</translation>
    </message>
    <message>
        <source>header: {text}</source>
        <translation>đầu trang: {text}</translation>
    </message>
    <message>
        <source>footer: {text}</source>
        <translation>chân trang: {text}</translation>
    </message>
    <message>
        <source>footnote: {text}</source>
        <translation>chú thích chân trang: {text}</translation>
    </message>
    <message>
        <source>part {text}</source>
        <translation>phần {text}</translation>
    </message>
    <message>
        <source>figures of {coverage} agencies</source>
        <translation>có số liệu của {coverage} đơn vị</translation>
    </message>
    <message>
        <source>there is nothing to note</source>
        <translation>không có gì cần ghi chú</translation>
    </message>
    <message>
        <source>PLACEHOLDERS FOR FORMS</source>
        <translation>DANH SÁCH MÃ ĐIỀN VÀO BIỂU</translation>
    </message>
    <message>
        <source>Copy one into a form where its figure belongs. Behind a semicolon may stand a period or an agency. Value now: {round}.</source>
        <translation>Chép mã vào chỗ cần số liệu trong biểu. Sau dấu chấm phẩy có thể ghi kỳ báo cáo hoặc đơn vị. Giá trị hiện tại: {round}.</translation>
    </message>
    <message>
        <source>Placeholders</source>
        <translation>Mã điền</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Bảng</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>STT</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị tính</translation>
    </message>
    <message>
        <source>Placeholder</source>
        <translation>Mã điền</translation>
    </message>
    <message>
        <source>By printed number</source>
        <translation>Mã theo số thứ tự in</translation>
    </message>
    <message>
        <source>Value now</source>
        <translation>Giá trị hiện tại</translation>
    </message>
    <message>
        <source>{agency} left this indicator blank.</source>
        <translation>{agency} để trống chỉ tiêu này.</translation>
    </message>
</context>
<context>
    <name>findings</name>
    <message>
        <source>Your subordinate units come to {sum}. Correct one of them, or explain.</source>
        <translation>Tổng chi tiết theo đơn vị trực thuộc là {sum}. Hãy sửa một trong hai số, hoặc giải trình.</translation>
    </message>
    <message>
        <source>Larger than row {number} ({most}). If it is right, please explain.</source>
        <translation>Lớn hơn số ở dòng {number} ({most}). Nếu đúng, đề nghị giải trình.</translation>
    </message>
    <message>
        <source>Far from {before} in {period}. If it is right, please explain.</source>
        <translation>Chênh lệch nhiều so với {before} của {period}. Nếu đúng, đề nghị giải trình.</translation>
    </message>
    <message>
        <source>A count cannot be below zero.</source>
        <translation>Số lượng không thể nhỏ hơn 0.</translation>
    </message>
    <message>
        <source>A count must be a whole number.</source>
        <translation>Số lượng phải là số nguyên.</translation>
    </message>
    <message>
        <source>Must lie between {least} and {most}.</source>
        <translation>Phải nằm trong khoảng từ {least} đến {most}.</translation>
    </message>
    <message>
        <source>Exactly the figure of {period}. If it is right, please explain.</source>
        <translation>Bằng đúng số của {period}. Nếu đúng, đề nghị giải trình.</translation>
    </message>
    <message>
        <source>The parts come to {expected}. If it is right, please explain.</source>
        <translation>Các thành phần cộng lại là {expected}. Nếu đúng, đề nghị giải trình.</translation>
    </message>
    <message>
        <source>This kind of answer does not fit here.</source>
        <translation>Loại câu trả lời này không phù hợp ở đây.</translation>
    </message>
    <message>
        <source>Larger than row {number} ({most}), of which it is a part. Mend one of the two.</source>
        <translation>Lớn hơn số ở dòng {number} ({most}) trong khi chỉ là một phần của số đó. Cần sửa một trong hai.</translation>
    </message>
    <message>
        <source>The rate computed from it, “{rate}”, is {rate_value}%. {finding}</source>
        <translation>Tỷ lệ tự tính từ số này, “{rate}”, là {rate_value}%. {finding}</translation>
    </message>
</context>
<context>
    <name>groups</name>
    <message>
        <source>every agency</source>
        <translation>mọi đơn vị</translation>
    </message>
    <message>
        <source>departments and sectors</source>
        <translation>các sở, ban, ngành</translation>
    </message>
    <message>
        <source>districts</source>
        <translation>cấp huyện</translation>
    </message>
    <message>
        <source>communes and wards</source>
        <translation>cấp xã</translation>
    </message>
</context>
<context>
    <name>inherited</name>
    <message>
        <source>With the figures of agencies that it took over from: {parts}.</source>
        <translation>Gồm cả số liệu của đơn vị trước sắp xếp: {parts}.</translation>
    </message>
    <message>
        <source>Computed from the sums of {parts}.</source>
        <translation>Tính từ tổng tử số và tổng mẫu số của các đơn vị: {parts}.</translation>
    </message>
    <message>
        <source>Reported by {agencies}, whose task it took over.</source>
        <translation>Do {agencies} báo cáo; nhiệm vụ này nay đã được tiếp nhận.</translation>
    </message>
    <message>
        <source>Not compared: the task of {agencies} has been divided since.</source>
        <translation>Không so sánh: nhiệm vụ của {agencies} sau đó đã được chia cho nhiều đơn vị.</translation>
    </message>
    <message>
        <source>Not added up: {agencies} gave no figure.</source>
        <translation>Không cộng: {agencies} không có số liệu.</translation>
    </message>
    <message>
        <source>Not added up: this indicator does not add up over agencies.</source>
        <translation>Không cộng: chỉ tiêu này không cộng được giữa các đơn vị.</translation>
    </message>
    <message>
        <source>Then: {parts}.</source>
        <translation>Số liệu khi đó: {parts}.</translation>
    </message>
</context>
<context>
    <name>kinds</name>
    <message>
        <source>round file</source>
        <translation>tệp đợt báo cáo</translation>
    </message>
    <message>
        <source>submission</source>
        <translation>tệp nộp</translation>
    </message>
    <message>
        <source>reply</source>
        <translation>phản hồi</translation>
    </message>
</context>
<context>
    <name>lists</name>
    <message>
        <source>sheet “{sheet}”: {reason}</source>
        <translation>trang tính “{sheet}”: {reason}</translation>
    </message>
    <message>
        <source>sheet “{sheet}”, row {row}: {reason}</source>
        <translation>trang tính “{sheet}”, dòng {row}: {reason}</translation>
    </message>
    <message>
        <source>sheet “{sheet}”, row {row}, column “{column}”: {reason}</source>
        <translation>trang tính “{sheet}”, dòng {row}, cột “{column}”: {reason}</translation>
    </message>
    <message>
        <source>No row of headings was found. The list needs at least the columns {columns}.</source>
        <translation>Không tìm thấy dòng tiêu đề cột. Danh sách cần ít nhất các cột {columns}.</translation>
    </message>
    <message>
        <source>The column “{name}” is missing.</source>
        <translation>Thiếu cột “{name}”.</translation>
    </message>
    <message>
        <source>Two columns mean the same. Rename or remove one.</source>
        <translation>Có hai cột cùng nghĩa. Hãy đổi tên hoặc bỏ một cột.</translation>
    </message>
    <message>
        <source>This column is not read.</source>
        <translation>Cột này không được đọc.</translation>
    </message>
    <message>
        <source>The list is longer than what is read. Part it into several files.</source>
        <translation>Danh sách dài quá mức đọc được. Hãy chia thành nhiều tệp.</translation>
    </message>
    <message>
        <source>The cell has an error or a formula without a result ({text}).</source>
        <translation>Ô bị lỗi hoặc có công thức chưa có kết quả ({text}).</translation>
    </message>
    <message>
        <source>The cell is blank; something must stand here.</source>
        <translation>Ô để trống; chỗ này phải có nội dung.</translation>
    </message>
    <message>
        <source>“{text}” is no day. Write it as 01/07/2025.</source>
        <translation>“{text}” không phải là ngày. Hãy ghi theo dạng 01/07/2025.</translation>
    </message>
    <message>
        <source>“{text}” is none of {allowed}.</source>
        <translation>“{text}” không phải là một trong các từ {allowed}.</translation>
    </message>
    <message>
        <source>The row has no name.</source>
        <translation>Dòng này chưa có tên.</translation>
    </message>
    <message>
        <source>“{text}…” is too long for a name.</source>
        <translation>Tên “{text}…” quá dài.</translation>
    </message>
    <message>
        <source>“{text}” cannot be an id: only small letters a–z, digits and single hyphens, up to 80 of them.</source>
        <translation>“{text}” không dùng làm mã được: mã chỉ gồm chữ thường a–z, chữ số và dấu gạch nối đơn, không quá 80 ký tự.</translation>
    </message>
    <message>
        <source>The last day, {text}, is before the first.</source>
        <translation>Ngày cuối {text} trước ngày đầu.</translation>
    </message>
    <message>
        <source>“{name}” is new: say which group it reports in.</source>
        <translation>“{name}” là đơn vị mới: hãy ghi nhóm báo cáo.</translation>
    </message>
    <message>
        <source>There is no group “{text}”. Was “{near}” meant?</source>
        <translation>Không có nhóm “{text}”. Có phải là “{near}” không?</translation>
    </message>
    <message>
        <source>“{text}” becomes a new group.</source>
        <translation>“{text}” sẽ là một nhóm mới.</translation>
    </message>
    <message>
        <source>“{name}” stands in row {row} already, for the same days.</source>
        <translation>“{name}” đã có ở dòng {row}, trùng thời gian.</translation>
    </message>
    <message>
        <source>Between two rows of “{name}” there are days on which it would be missing.</source>
        <translation>Giữa hai dòng của “{name}” có khoảng thời gian bị bỏ trống.</translation>
    </message>
    <message>
        <source>Neither this list nor the register has an agency “{text}”, or several could be meant.</source>
        <translation>Trong danh sách và trong sổ đơn vị không có “{text}”, hoặc tên này có thể là nhiều đơn vị.</translation>
    </message>
    <message>
        <source>There is no agency “{text}”. Was “{near}” meant?</source>
        <translation>Không có đơn vị “{text}”. Có phải là “{near}” không?</translation>
    </message>
    <message>
        <source>Somebody takes over from “{name}”: say until which day it was there.</source>
        <translation>“{name}” có đơn vị tiếp nhận: hãy ghi đơn vị này hoạt động đến hết ngày nào.</translation>
    </message>
    <message>
        <source>Row {row} has the same two agencies and day already: name all the indicators there.</source>
        <translation>Dòng {row} đã có hai đơn vị và ngày này: hãy ghi tất cả chỉ tiêu vào dòng đó.</translation>
    </message>
    <message>
        <source>There is no indicator “{text}”.</source>
        <translation>Không có chỉ tiêu “{text}”.</translation>
    </message>
    <message>
        <source>Several indicators are called “{text}”: write the id.</source>
        <translation>Nhiều chỉ tiêu có tên “{text}”: hãy ghi mã.</translation>
    </message>
    <message>
        <source>The number became the day {text}, as Excel does. Make the cell a text and type it again.</source>
        <translation>Excel đã đổi số thứ tự thành ngày {text}. Hãy định dạng ô là văn bản (Text) rồi gõ lại.</translation>
    </message>
    <message>
        <source>“{text}” is no whole number from {least} to {most}.</source>
        <translation>“{text}” không phải là số nguyên từ {least} đến {most}.</translation>
    </message>
    <message>
        <source>“{text}” stands where x or nothing is read.</source>
        <translation>Có “{text}” ở ô chỉ nhận x hoặc để trống.</translation>
    </message>
    <message>
        <source>Number {number} stands in row {row} already, under one heading.</source>
        <translation>Số {number} đã có ở dòng {row}, cùng một mục.</translation>
    </message>
    <message>
        <source>“{name}” has number {number} already, under the same heading.</source>
        <translation>“{name}” đã mang số {number} trong cùng một mục.</translation>
    </message>
    <message>
        <source>“{text}” stands in row {row} already.</source>
        <translation>“{text}” đã có ở dòng {row}.</translation>
    </message>
    <message>
        <source>The table has “{text}” another number of times than the list: write the ids of all of them.</source>
        <translation>Số lần “{text}” có trong biểu khác với trong danh sách: hãy ghi mã của từng dòng.</translation>
    </message>
    <message>
        <source>There is no table “{text}”. For a new one give its title in the column of table titles.</source>
        <translation>Không có biểu “{text}”. Nếu là biểu mới, hãy ghi tên biểu ở cột “Tên biểu”.</translation>
    </message>
    <message>
        <source>Table “{table}” is new: say which area it belongs to.</source>
        <translation>Biểu “{table}” là biểu mới: hãy ghi lĩnh vực của biểu.</translation>
    </message>
    <message>
        <source>“{name}” is new: say what kind of figure it asks for.</source>
        <translation>“{name}” là chỉ tiêu mới: hãy ghi loại số liệu.</translation>
    </message>
    <message>
        <source>“{name}” is new: say who reports it.</source>
        <translation>“{name}” là chỉ tiêu mới: hãy ghi đơn vị báo cáo.</translation>
    </message>
    <message>
        <source>“{text}” is neither an agency nor a group of them.</source>
        <translation>“{text}” không phải là đơn vị hay nhóm đơn vị nào.</translation>
    </message>
    <message>
        <source>{name} is no more since {day}: say who reports it now.</source>
        <translation>{name} đã kết thúc hoạt động từ {day}: hãy ghi đơn vị báo cáo hiện nay.</translation>
    </message>
    <message>
        <source>“{name}” is only a heading. Add a row of its own for the figure.</source>
        <translation>“{name}” chỉ là tiêu đề. Hãy thêm một dòng riêng cho số liệu.</translation>
    </message>
    <message>
        <source>“{text}” cannot be retired: it is not in the indicator set.</source>
        <translation>Không thể thôi dùng “{text}”: chỉ tiêu này không có trong bộ chỉ tiêu.</translation>
    </message>
    <message>
        <source>“{name}” has a numerator or a denominator, but is to be consolidated in another way.</source>
        <translation>“{name}” có tử số hoặc mẫu số nhưng cách tổng hợp lại ghi khác.</translation>
    </message>
    <message>
        <source>A computed rate needs a numerator and a denominator.</source>
        <translation>Tỷ lệ tự tính cần có cả tử số và mẫu số.</translation>
    </message>
    <message>
        <source>“{name}” is to be computed as a rate: its kind has to be a rate in %.</source>
        <translation>“{name}” là tỷ lệ tự tính: loại số liệu phải là tỷ lệ %.</translation>
    </message>
    <message>
        <source>“{name}” has one indicator as numerator and denominator.</source>
        <translation>“{name}” có tử số và mẫu số là cùng một chỉ tiêu.</translation>
    </message>
    <message>
        <source>“{name}” can only be computed from two numbers.</source>
        <translation>“{name}” chỉ tính được từ hai chỉ tiêu là số.</translation>
    </message>
    <message>
        <source>“{name}”, its numerator and its denominator have to be reported by the same agencies.</source>
        <translation>“{name}”, tử số và mẫu số phải do cùng các đơn vị báo cáo.</translation>
    </message>
    <message>
        <source>“{name}” can only be computed from numbers that add up over the agencies.</source>
        <translation>“{name}” chỉ tính được từ các chỉ tiêu cộng được giữa các đơn vị.</translation>
    </message>
</context>
<context>
    <name>losses</name>
    <message>
        <source>The file has no row of the area “{name}”. Its answers stay.</source>
        <translation>Tệp không có dòng nào của lĩnh vực “{name}”. Số liệu đang có được giữ nguyên.</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”: no heading says which column has this period&apos;s figures. Column {cell} “{name}” was taken; look whether that is right.</source>
        <translation>Trang tính “{sheet}”: không tiêu đề nào cho biết cột số liệu kỳ này. Đã lấy cột {cell} “{name}”; hãy xem có đúng không.</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”: column {cell} “{name}” is no part of the form; its cells were not read ({text}).</source>
        <translation>Trang tính “{sheet}”: cột {cell} “{name}” không thuộc biểu; không đọc {text} ô trong cột.</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”, {cell}: Excel turned what was typed into a date ({text}). Type the figure here.</source>
        <translation>Trang tính “{sheet}”, ô {cell}: Excel đã đổi nội dung gõ thành ngày tháng ({text}). Hãy gõ lại số tại chương trình.</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”, {cell}: {text} stands in an earlier period&apos;s column. It was not read.</source>
        <translation>Trang tính “{sheet}”, ô {cell}: {text} nằm ở cột của kỳ trước nên không đọc.</translation>
    </message>
    <message>
        <source>The form was made from an earlier issue of this round. What both ask for was read.</source>
        <translation>Biểu được xuất từ bản trước của đợt báo cáo này. Đã đọc những chỉ tiêu có ở cả hai bản.</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”, {cell}: the cell shows an error ({text}), no figure.</source>
        <translation>Trang tính “{sheet}”, ô {cell}: ô báo lỗi ({text}), không có số.</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”, {cell}: the formula has no stored result. Open the file in Excel, save it, read it again.</source>
        <translation>Trang tính “{sheet}”, ô {cell}: công thức chưa có kết quả. Hãy mở tệp bằng Excel, lưu lại rồi đọc lại.</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”, {cell}: “{name}” takes no figure of its own; {text} was not taken.</source>
        <translation>Trang tính “{sheet}”, ô {cell}: dòng “{name}” không nhập số riêng; không lấy {text}.</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”, {cell}: one merged cell stands over several; whose {text} is, cannot be told.</source>
        <translation>Trang tính “{sheet}”, ô {cell}: một ô gộp phủ lên nhiều ô; không rõ {text} là của ô nào.</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”: no column has figures of this period. Nothing was taken from it.</source>
        <translation>Trang tính “{sheet}”: không có cột số liệu kỳ này. Không lấy gì từ trang này.</translation>
    </message>
    <message>
        <source>This is no form of this program, or its marks were lost: rows were found by number and name.</source>
        <translation>Tệp không phải biểu do chương trình xuất, hoặc đã mất dấu nhận biết: các dòng được tìm theo số thứ tự và tên.</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”, {cell}: “{name}” has one rate for all and rates for blocks ({text}). None was taken.</source>
        <translation>Trang tính “{sheet}”, ô {cell}: “{name}” vừa có số chung vừa có số từng khối ({text}). Không lấy số nào.</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”, {cell}: more than one row is called “{name}”; whose {text} is, cannot be told.</source>
        <translation>Trang tính “{sheet}”, ô {cell}: có nhiều dòng cùng tên “{name}”; không rõ {text} là của dòng nào.</translation>
    </message>
    <message>
        <source>The file has no row “{name}”. Its answer stays.</source>
        <translation>Tệp không có dòng “{name}”. Số liệu đang có được giữ nguyên.</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”, {cell}: “{name}” stands there with different figures: {text}. None was taken.</source>
        <translation>Trang tính “{sheet}”, ô {cell}: “{name}” có nhiều dòng với số khác nhau: {text}. Không lấy số nào.</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”, {cell}: “{name}” is no row of your form; {text} was not taken.</source>
        <translation>Trang tính “{sheet}”, ô {cell}: “{name}” không phải dòng của biểu; không lấy {text}.</translation>
    </message>
    <message>
        <source>Sheet “{sheet}” is too long or too wide; its end was not read.</source>
        <translation>Trang tính “{sheet}” quá dài hoặc quá rộng; phần cuối không được đọc.</translation>
    </message>
    <message>
        <source>Sheet “{sheet}” is from the form of another round or agency ({name}). It was not read.</source>
        <translation>Trang tính “{sheet}” thuộc biểu của đợt khác hoặc đơn vị khác ({name}) nên không đọc.</translation>
    </message>
    <message>
        <source>Sheet “{sheet}” is no part of the form; its cells were not read ({text}).</source>
        <translation>Trang tính “{sheet}” không thuộc biểu; không đọc {text} ô trong trang.</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”, {cell}: “{name}” has two columns with different figures: {text}. None was taken.</source>
        <translation>Trang tính “{sheet}”, ô {cell}: “{name}” có hai cột số liệu khác nhau: {text}. Không lấy số nào.</translation>
    </message>
</context>
<context>
    <name>notes</name>
    <message>
        <source>A formula&apos;s last result.</source>
        <translation>Kết quả lưu sẵn của công thức.</translation>
    </message>
    <message>
        <source>Rounded as the cell shows it.</source>
        <translation>Đã làm tròn như ô hiển thị.</translation>
    </message>
    <message>
        <source>Below 1 %: is that meant?</source>
        <translation>Nhỏ hơn 1%: có đúng không?</translation>
    </message>
    <message>
        <source>Found by its name; the row&apos;s hidden mark says another.</source>
        <translation>Tìm theo tên; dấu ẩn của dòng chỉ chỉ tiêu khác.</translation>
    </message>
    <message>
        <source>From a hidden row or sheet.</source>
        <translation>Lấy từ dòng hoặc trang tính bị ẩn.</translation>
    </message>
    <message>
        <source>From a merged cell.</source>
        <translation>Lấy từ ô gộp.</translation>
    </message>
    <message>
        <source>Converted from an old font.</source>
        <translation>Đã chuyển từ phông chữ cũ.</translation>
    </message>
    <message>
        <source>The cell shows a percentage.</source>
        <translation>Ô hiển thị theo phần trăm.</translation>
    </message>
    <message>
        <source>The row&apos;s name was changed in the file.</source>
        <translation>Tên dòng đã bị sửa trong tệp.</translation>
    </message>
    <message>
        <source>Stands there twice, with the same figure.</source>
        <translation>Có hai lần trong tệp, cùng một số.</translation>
    </message>
    <message>
        <source>The unit was changed in the file.</source>
        <translation>Đơn vị tính đã bị sửa trong tệp.</translation>
    </message>
</context>
<context>
    <name>outliers</name>
    <message>
        <source>{agency}: {value}, usually about {usual} ({times} times as much)</source>
        <translation>{agency}: {value}, thường khoảng {usual} (gấp {times} lần)</translation>
    </message>
    <message>
        <source>{agency}: {value}, usually about {usual} ({times} times less)</source>
        <translation>{agency}: {value}, thường khoảng {usual} (ít hơn {times} lần)</translation>
    </message>
    <message>
        <source>{agency}: {value}, usually about {usual}</source>
        <translation>{agency}: {value}, thường khoảng {usual}</translation>
    </message>
    <message>
        <source>{agency}: {value}, others of its group usually about {usual} ({times} times as much)</source>
        <translation>{agency}: {value}, các đơn vị cùng nhóm thường khoảng {usual} (gấp {times} lần)</translation>
    </message>
    <message>
        <source>{agency}: {value}, others of its group usually about {usual} ({times} times less)</source>
        <translation>{agency}: {value}, các đơn vị cùng nhóm thường khoảng {usual} (ít hơn {times} lần)</translation>
    </message>
    <message>
        <source>about {usual} ({times} times as much now)</source>
        <translation>khoảng {usual} (nay gấp {times} lần)</translation>
    </message>
    <message>
        <source>about {usual} ({times} times less now)</source>
        <translation>khoảng {usual} (nay ít hơn {times} lần)</translation>
    </message>
    <message>
        <source>about {usual}</source>
        <translation>khoảng {usual}</translation>
    </message>
    <message>
        <source>its group: about {usual} ({times} times as much here)</source>
        <translation>cùng nhóm: khoảng {usual} (ở đây gấp {times} lần)</translation>
    </message>
    <message>
        <source>its group: about {usual} ({times} times less here)</source>
        <translation>cùng nhóm: khoảng {usual} (ở đây ít hơn {times} lần)</translation>
    </message>
</context>
<context>
    <name>places</name>
    <message>
        <source>This workspace lies on a USB drive. Copy it to this machine and work there; take it along as a copy.</source>
        <translation>Tệp làm việc đang nằm trên USB. Hãy chép về máy này rồi làm việc; chỉ mang theo bản sao.</translation>
    </message>
    <message>
        <source>This workspace lies in a folder that the system empties by itself. Move it to Documents.</source>
        <translation>Tệp làm việc đang nằm trong thư mục tạm mà hệ thống tự xóa. Hãy chuyển sang Tài liệu (Documents).</translation>
    </message>
    <message>
        <source>This workspace lies in a folder that is copied to a cloud, where two machines can spoil it. Keep it on this machine alone; a second officer works in a workspace of their own and passes areas on as a file.</source>
        <translation>Tệp làm việc đang nằm trong thư mục đồng bộ đám mây, hai máy cùng ghi có thể làm hỏng tệp. Hãy chỉ để tệp trên máy này; người thứ hai dùng tệp làm việc riêng và chuyển các lĩnh vực bằng tệp nhập liệu.</translation>
    </message>
    <message>
        <source>This workspace lies on a network drive, where a broken line or a second user can spoil it. Keep it on this machine; a second officer works in a workspace of their own and passes areas on as a file.</source>
        <translation>Tệp làm việc đang nằm trên ổ mạng, đường truyền đứt hoặc người thứ hai cùng mở có thể làm hỏng tệp. Hãy để tệp trên máy này; người thứ hai dùng tệp làm việc riêng và chuyển các lĩnh vực bằng tệp nhập liệu.</translation>
    </message>
    <message>
        <source>This workspace lies in a folder that is copied to a cloud, where two machines can spoil it. Keep it on this machine alone; a second officer works in a copy of it, and the two desks are brought together.</source>
        <translation>Tệp làm việc đang nằm trong thư mục đồng bộ đám mây, hai máy cùng ghi có thể làm hỏng tệp. Hãy chỉ để tệp trên máy này; người thứ hai làm trên một bản sao, sau đó gộp hai bàn làm việc.</translation>
    </message>
    <message>
        <source>This workspace lies on a network drive, where a broken line or a second user can spoil it. Keep it on this machine; a second officer works in a copy of it, and the two desks are brought together.</source>
        <translation>Tệp làm việc đang nằm trên ổ mạng, đường truyền đứt hoặc người thứ hai cùng mở có thể làm hỏng tệp. Hãy để tệp trên máy này; người thứ hai làm trên một bản sao, sau đó gộp hai bàn làm việc.</translation>
    </message>
</context>
<context>
    <name>problems</name>
    <message>
        <source>The set asks for nothing yet.</source>
        <translation>Bộ chỉ tiêu chưa có chỉ tiêu nào.</translation>
    </message>
    <message>
        <source>The set has still the name of the one that it was made from, “{name}”: nobody can tell them apart.</source>
        <translation>Bộ chỉ tiêu vẫn mang tên của bộ gốc, “{name}”: sẽ không phân biệt được hai bộ.</translation>
    </message>
    <message>
        <source>The area “{area}” has no table.</source>
        <translation>“{area}” chưa có biểu nào.</translation>
    </message>
    <message>
        <source>The table “{table}” belongs to no area.</source>
        <translation>Biểu “{table}” không thuộc lĩnh vực nào.</translation>
    </message>
    <message>
        <source>The table “{table}” asks for nothing.</source>
        <translation>Biểu “{table}” không có chỉ tiêu nào.</translation>
    </message>
    <message>
        <source>The table “{table}” lacks the columns in which its rows and periods would be printed.</source>
        <translation>Biểu “{table}” thiếu cột để in các dòng và các kỳ báo cáo.</translation>
    </message>
    <message>
        <source>The table “{table}” asks for a figure where it prints none, by its layout.</source>
        <translation>Biểu “{table}” đặt chỉ tiêu ở chỗ không được in ra theo kiểu biểu này.</translation>
    </message>
    <message>
        <source>“{row}” is nested deeper than any row above it leads.</source>
        <translation>Dòng “{row}” nằm ở cấp sâu hơn các dòng phía trên cho phép.</translation>
    </message>
    <message>
        <source>Nothing is asked for below the heading “{row}”.</source>
        <translation>Dưới đề mục “{row}” không có chỉ tiêu nào.</translation>
    </message>
    <message>
        <source>“{row}” stands twice below the same heading.</source>
        <translation>“{row}” có hai lần dưới cùng một đề mục.</translation>
    </message>
    <message>
        <source>The number {number} stands twice below the same heading: “{row}”.</source>
        <translation>Số thứ tự {number} có hai lần dưới cùng một đề mục: “{row}”.</translation>
    </message>
    <message>
        <source>“{indicator}” stands in no table: nobody would be asked for it.</source>
        <translation>“{indicator}” không nằm trong biểu nào: sẽ không đơn vị nào phải báo cáo.</translation>
    </message>
    <message>
        <source>“{indicator}” stands in two places.</source>
        <translation>“{indicator}” nằm ở hai chỗ.</translation>
    </message>
    <message>
        <source>A row asks for “{name}”, which is no indicator of the set.</source>
        <translation>Có dòng dùng “{name}”, nhưng bộ chỉ tiêu không có chỉ tiêu này.</translation>
    </message>
    <message>
        <source>Figures of the kind that “{indicator}” asks for cannot be consolidated as it says.</source>
        <translation>Loại số liệu của “{indicator}” không tổng hợp được theo cách đã chọn.</translation>
    </message>
    <message>
        <source>Many agencies report “{indicator}”, but it does not say how their figures become one.</source>
        <translation>Nhiều đơn vị báo cáo “{indicator}” nhưng chưa có cách tổng hợp thành một số.</translation>
    </message>
    <message>
        <source>“{indicator}” is to be computed from its parts and does not have both, or has them and is not.</source>
        <translation>“{indicator}” được đặt là tự tính nhưng chưa đủ tử số và mẫu số, hoặc có đủ mà không đặt là tự tính.</translation>
    </message>
    <message>
        <source>“{indicator}” is computed as a rate but is no percentage.</source>
        <translation>“{indicator}” là tỷ lệ tự tính nhưng không phải loại tỷ lệ %.</translation>
    </message>
    <message>
        <source>“{indicator}” has the same indicator as numerator and as denominator.</source>
        <translation>“{indicator}” dùng cùng một chỉ tiêu làm tử số và mẫu số.</translation>
    </message>
    <message>
        <source>A part that “{indicator}” is computed from was retired or is no count.</source>
        <translation>Tử số hoặc mẫu số của “{indicator}” đã bỏ hoặc không phải số lượng.</translation>
    </message>
    <message>
        <source>A part that “{indicator}” is computed from is reported by others than the rate.</source>
        <translation>Tử số hoặc mẫu số của “{indicator}” do đơn vị khác báo cáo.</translation>
    </message>
    <message>
        <source>A part that “{indicator}” is computed from does not add up over the agencies.</source>
        <translation>Tử số hoặc mẫu số của “{indicator}” không cộng được giữa các đơn vị.</translation>
    </message>
    <message>
        <source>“{indicator}” is weighed by “{name}”, which is not asked for any more.</source>
        <translation>“{indicator}” lấy trọng số theo “{name}”, nhưng chỉ tiêu này đã bỏ.</translation>
    </message>
    <message>
        <source>“{indicator}” is weighed by “{weight}”, which is no count.</source>
        <translation>“{indicator}” lấy trọng số theo “{weight}”, nhưng chỉ tiêu này không phải số lượng.</translation>
    </message>
    <message>
        <source>“{indicator}” is weighed by “{weight}”, which others report: nobody&apos;s figure would have a weight.</source>
        <translation>“{indicator}” lấy trọng số theo “{weight}”, nhưng chỉ tiêu này do đơn vị khác báo cáo: không số liệu nào có trọng số.</translation>
    </message>
    <message>
        <source>Nobody reports “{indicator}”: there is no agency in “{group}”.</source>
        <translation>Không đơn vị nào báo cáo “{indicator}”: nhóm “{group}” không có đơn vị nào.</translation>
    </message>
    <message>
        <source>Nobody reports “{indicator}”: “{agency}” is not registered.</source>
        <translation>Không đơn vị nào báo cáo “{indicator}”: “{agency}” không có trong danh sách đơn vị.</translation>
    </message>
    <message>
        <source>Nobody reports “{indicator}”: {agency} is no more.</source>
        <translation>Không đơn vị nào báo cáo “{indicator}”: {agency} không còn hoạt động.</translation>
    </message>
    <message>
        <source>Nobody reports “{indicator}”: {agency} is no more. Its task went over to {heirs}.</source>
        <translation>Không đơn vị nào báo cáo “{indicator}”: {agency} không còn hoạt động. Đơn vị tiếp nhận nhiệm vụ: {heirs}.</translation>
    </message>
    <message>
        <source>The row of “{indicator}” still names “{printed}”, which is no more, as who reports it.</source>
        <translation>Dòng “{indicator}” vẫn ghi đơn vị báo cáo là “{printed}”, nay không còn hoạt động.</translation>
    </message>
    <message>
        <source>A rule on “{rule}” names “{name}”, which is not asked for any more.</source>
        <translation>Có quy tắc về “{rule}” nhắc đến “{name}”, nhưng chỉ tiêu này đã bỏ.</translation>
    </message>
    <message>
        <source>A rule on “{rule}” never applies: “{indicator}” takes no figure.</source>
        <translation>Có quy tắc về “{rule}” không bao giờ áp dụng được: “{indicator}” không nhận số liệu bằng số.</translation>
    </message>
    <message>
        <source>A rule on “{rule}” never applies: no agency reports all that it compares.</source>
        <translation>Có quy tắc về “{rule}” không bao giờ áp dụng được: không đơn vị nào báo cáo đủ các chỉ tiêu được so sánh.</translation>
    </message>
    <message>
        <source>A rule on “{rule}” says what another says already.</source>
        <translation>Có quy tắc về “{rule}” trùng với một quy tắc khác.</translation>
    </message>
    <message>
        <source>Rules go in a circle: {indicators}.</source>
        <translation>Các quy tắc tạo thành vòng tròn: {indicators}.</translation>
    </message>
    <message>
        <source>{agency} is asked for nothing.</source>
        <translation>{agency} không được giao chỉ tiêu nào.</translation>
    </message>
    <message>
        <source>The row of “{indicator}” names “{printed}” as who reports it; asked to report it: {reporter}.</source>
        <translation>Dòng “{indicator}” ghi đơn vị báo cáo là “{printed}”; đơn vị được giao là: {reporter}.</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>Key not compared yet</source>
        <translation>Khóa chưa đối chiếu</translation>
    </message>
    <message>
        <source>An earlier submission is missing</source>
        <translation>Thiếu tệp nộp lần trước</translation>
    </message>
    <message>
        <source>Two different submissions with one number</source>
        <translation>Hai tệp nộp khác nhau cùng một lần</translation>
    </message>
    <message>
        <source>Answers an older issue of the round</source>
        <translation>Trả lời bản cũ của đợt báo cáo</translation>
    </message>
    <message>
        <source>Another file with this number was chosen</source>
        <translation>Đã chọn tệp khác cùng số lần</translation>
    </message>
    <message>
        <source>Set aside: not this agency&apos;s key</source>
        <translation>Để riêng: không phải khóa của đơn vị</translation>
    </message>
    <message>
        <source>Sealed by a revoked key</source>
        <translation>Dùng khóa đã bị thu hồi</translation>
    </message>
    <message>
        <source>Sealed by a key that a newer one has replaced</source>
        <translation>Dùng khóa cũ đã được thay bằng khóa mới</translation>
    </message>
    <message>
        <source>The head&apos;s signature is missing</source>
        <translation>Thiếu xác nhận của thủ trưởng</translation>
    </message>
    <message>
        <source>The head&apos;s key not compared yet</source>
        <translation>Chưa đối chiếu khóa của thủ trưởng</translation>
    </message>
    <message>
        <source>Its history does not go on from the last submission</source>
        <translation>Lịch sử nhập liệu không nối tiếp tệp nộp trước</translation>
    </message>
    <message>
        <source>Two desks corrected the round differently; none was chosen yet</source>
        <translation>Hai bàn làm việc điều chỉnh đợt báo cáo khác nhau, chưa chọn bản nào</translation>
    </message>
    <message>
        <source>Came after the round was closed</source>
        <translation>Đến sau khi đợt báo cáo đã chốt số liệu</translation>
    </message>
    <message>
        <source>Stands beside what Home Affairs entered on behalf</source>
        <translation>Đã có số liệu Sở Nội vụ nhập thay đơn vị</translation>
    </message>
    <message>
        <source>Two desks decided differently</source>
        <translation>Hai bàn làm việc quyết định khác nhau</translation>
    </message>
</context>
<context>
    <name>rekeying</name>
    <message>
        <source>FIGURES TO BE TYPED</source>
        <translation>SỐ LIỆU CẦN NHẬP LẠI</translation>
    </message>
    <message>
        <source>To be typed</source>
        <translation>Nhập lại</translation>
    </message>
    <message>
        <source>{round}. {whose}. Figures: {figures} of {count} lines.</source>
        <translation>{round}. {whose}. Có số liệu: {figures}/{count} dòng.</translation>
    </message>
    <message>
        <source>Totals of all agencies</source>
        <translation>Số tổng hợp của các đơn vị</translation>
    </message>
    <message>
        <source>{name}: {block}</source>
        <translation>{name}: {block}</translation>
    </message>
    <message>
        <source>Leave empty: nothing entered</source>
        <translation>Để trống: chưa nhập</translation>
    </message>
    <message>
        <source>Choose “{answer}”</source>
        <translation>Chọn “{answer}”</translation>
    </message>
    <message>
        <source>Type the words: {text}</source>
        <translation>Gõ nội dung: {text}</translation>
    </message>
    <message>
        <source>Reported in “{unit}”, asked for in “{asked}”.</source>
        <translation>Báo cáo theo “{unit}”, chỉ tiêu tính theo “{asked}”.</translation>
    </message>
    <message>
        <source>Carried over</source>
        <translation>Đã nhập</translation>
    </message>
    <message>
        <source>Carried over {before}, now {now}</source>
        <translation>Đã nhập {before}, nay là {now}</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>để trống</translation>
    </message>
    <message>
        <source>Not in the list</source>
        <translation>Không có trong danh sách</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>STT</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị tính</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>Where it is no figure</source>
        <translation>Khi không phải số</translation>
    </message>
    <message>
        <source>To be known</source>
        <translation>Lưu ý</translation>
    </message>
    <message>
        <source>How far</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>line {line}: no indicator is called so: {text}</source>
        <translation>dòng {line}: không có chỉ tiêu nào như vậy: {text}</translation>
    </message>
    <message>
        <source>line {line}: several indicators fit: {text}</source>
        <translation>dòng {line}: khớp với nhiều chỉ tiêu: {text}</translation>
    </message>
    <message>
        <source>line {line}: named before: {text}</source>
        <translation>dòng {line}: đã nêu ở trên: {text}</translation>
    </message>
    <message>
        <source>Written: {file}: {count} lines, {figures} of them figures</source>
        <translation>Đã ghi: {file}: {count} dòng, trong đó {figures} dòng có số liệu</translation>
    </message>
</context>
<context>
    <name>remarks</name>
    <message>
        <source>Includes a submission whose matching code was not compared yet.</source>
        <translation>Có số liệu tiếp nhận tạm, chưa đối chiếu khóa xác thực của đơn vị.</translation>
    </message>
    <message>
        <source>Includes figures entered on behalf</source>
        <translation>Có số liệu nhập thay đơn vị</translation>
    </message>
    <message>
        <source>Figures of {coverage} agencies.</source>
        <translation>Có số liệu của {coverage} đơn vị.</translation>
    </message>
    <message>
        <source>Adjusted total; the agencies&apos; figures come to {computed}. Why: {reason}</source>
        <translation>Đã điều chỉnh số tổng hợp; số tính từ các đơn vị là {computed}. Lý do: {reason}</translation>
    </message>
    <message>
        <source>Adjusted when the agencies&apos; figures came to {computed}; the total computed now is {now}. Why: {reason}</source>
        <translation>Đã điều chỉnh số tổng hợp khi số tính từ các đơn vị là {computed}; nay số tính được là {now}. Lý do: {reason}</translation>
    </message>
    <message>
        <source>Adjusted in two ways, none decided yet: this is what the agencies&apos; figures come to.</source>
        <translation>Có hai cách điều chỉnh khác nhau, chưa quyết định: đây là số tính từ các đơn vị.</translation>
    </message>
    <message>
        <source>A plain average of the agencies&apos; rates: the figures for a common rate are missing.</source>
        <translation>Bình quân cộng tỷ lệ của các đơn vị, vì chưa có số liệu để tính tỷ lệ chung.</translation>
    </message>
    <message>
        <source>Leaves out the rates of agencies without the figures for a common rate: {count}.</source>
        <translation>Chưa tính những đơn vị có tỷ lệ nhưng chưa có số liệu để tính tỷ lệ chung: {count}.</translation>
    </message>
    <message>
        <source>As reported at the time; there are no figures of single agencies.</source>
        <translation>Số liệu đã báo cáo, không có số liệu từng đơn vị.</translation>
    </message>
    <message>
        <source>Leaves out agencies that gave the numerator or the denominator alone: {count}.</source>
        <translation>Chưa tính những đơn vị mới có tử số hoặc mẫu số: {count}.</translation>
    </message>
    <message>
        <source>Computed from adjusted parts; the agencies&apos; own rate comes to {computed}.</source>
        <translation>Tính từ tử số, mẫu số đã điều chỉnh; tỷ lệ tính từ các đơn vị là {computed}.</translation>
    </message>
</context>
<context>
    <name>reminders</name>
    <message>
        <source>REMINDER LIST</source>
        <translation>DANH SÁCH ĐÔN ĐỐC</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Don doc</translation>
    </message>
    <message>
        <source>Report: {round}. Submission deadline: {day}.</source>
        <translation>Báo cáo: {round}. Hạn gửi: {day}.</translation>
    </message>
    <message>
        <source>{number}. {agency}: {what}</source>
        <translation>{number}. {agency}: {what}</translation>
    </message>
    <message>
        <source>Contact: {contact}</source>
        <translation>Người liên hệ: {contact}</translation>
    </message>
    <message>
        <source>There is nobody to remind.</source>
        <translation>Không có đơn vị nào cần đôn đốc.</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>chưa gửi</translation>
    </message>
    <message>
        <source>not sent yet, overdue</source>
        <translation>chưa gửi, quá hạn</translation>
    </message>
    <message>
        <source>returned, no corrected submission yet</source>
        <translation>đã trả lại, chưa có tệp nộp mới</translation>
    </message>
    <message>
        <source>sent in part; still blank: {areas}</source>
        <translation>gửi chưa đủ; còn thiếu: {areas}</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>STT</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Người liên hệ</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Areas still missing</source>
        <translation>Lĩnh vực còn thiếu</translation>
    </message>
    <message>
        <source>Result of the reminder</source>
        <translation>Kết quả đôn đốc</translation>
    </message>
    <message>
        <source>{state}; deadline extended to {day}</source>
        <translation>{state}; gia hạn đến {day}</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>“{left}” is at most “{right}”</source>
        <translation>“{left}” không lớn hơn “{right}”</translation>
    </message>
    <message>
        <source>“{total}” is {parts}</source>
        <translation>“{total}” bằng {parts}</translation>
    </message>
    <message>
        <source>{kinds}: between {least} and {most}</source>
        <translation>{kinds}: từ {least} đến {most}</translation>
    </message>
    <message>
        <source>a figure {factor} times the one before, and apart by {least}, is asked about</source>
        <translation>hỏi lại khi số liệu gấp {factor} lần kỳ trước và chênh từ {least} trở lên</translation>
    </message>
    <message>
        <source>a figure of a period that is the same as before is asked about</source>
        <translation>hỏi lại khi số liệu trong kỳ trùng với kỳ trước</translation>
    </message>
</context>
<context>
    <name>seams</name>
    <message>
        <source>Break in the series from {later} on: {why}.</source>
        <translation>Gián đoạn chuỗi số liệu từ {later}: {why}.</translation>
    </message>
    <message>
        <source>Break in the series from {later} on: reported by {now}, {then}.</source>
        <translation>Gián đoạn chuỗi số liệu từ {later}: nay {now} báo cáo, {then}.</translation>
    </message>
    <message>
        <source>From {later} on reported by {now}, {then}.</source>
        <translation>Từ {later}, {now} báo cáo, {then}.</translation>
    </message>
    <message>
        <source>before {day}: {before}</source>
        <translation>trước ngày {day}: {before}</translation>
    </message>
    <message>
        <source>before: {before}</source>
        <translation>trước đó: {before}</translation>
    </message>
    <message>
        <source>Nobody took over from {agencies}.</source>
        <translation>Không có đơn vị tiếp nhận nhiệm vụ của {agencies}.</translation>
    </message>
    <message>
        <source>break in the series</source>
        <translation>gián đoạn chuỗi số liệu</translation>
    </message>
    <message>
        <source>reorganised {day}</source>
        <translation>sắp xếp tổ chức {day}</translation>
    </message>
    <message>
        <source>other agencies</source>
        <translation>đơn vị báo cáo khác</translation>
    </message>
</context>
<context>
    <name>sources</name>
    <message>
        <source>typed</source>
        <translation>gõ</translation>
    </message>
    <message>
        <source>pasted</source>
        <translation>dán</translation>
    </message>
    <message>
        <source>from a file</source>
        <translation>từ tệp</translation>
    </message>
    <message>
        <source>ticked as unchanged</source>
        <translation>chọn không thay đổi</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>khôi phục</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>hoàn tác</translation>
    </message>
    <message>
        <source>done again</source>
        <translation>làm lại</translation>
    </message>
    <message>
        <source>file of {name}</source>
        <translation>từ tệp của {name}</translation>
    </message>
    <message>
        <source>from Home Affairs&apos; recovery file</source>
        <translation>từ tệp khôi phục của Sở Nội vụ</translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>received</source>
        <translation>đã nhận</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>chờ xử lý</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>từ chối</translation>
    </message>
    <message>
        <source>already here</source>
        <translation>đã có</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>trả lại</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>chưa gửi</translation>
    </message>
    <message>
        <source>received provisionally</source>
        <translation>tạm nhận</translation>
    </message>
    <message>
        <source>entered on behalf</source>
        <translation>nhập thay đơn vị</translation>
    </message>
    <message>
        <source>received in part</source>
        <translation>đã nhận một phần</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>quá hạn</translation>
    </message>
    <message>
        <source>sent after the deadline</source>
        <translation>gửi sau hạn</translation>
    </message>
    <message>
        <source>matching code not compared yet</source>
        <translation>chưa đối chiếu mã</translation>
    </message>
    <message>
        <source>deadline extended</source>
        <translation>được gia hạn</translation>
    </message>
</context>
<context>
    <name>steps</name>
    <message>
        <source>The code {code} agrees: compare it…</source>
        <translation>Mã {code} khớp: đối chiếu…</translation>
    </message>
    <message>
        <source>Accept provisionally, marked until the code is compared</source>
        <translation>Tạm nhận, mang dấu cho đến khi đối chiếu mã</translation>
    </message>
    <message>
        <source>It is not theirs: put it aside</source>
        <translation>Không phải của đơn vị: để riêng</translation>
    </message>
    <message>
        <source>{side} holds</source>
        <translation>Lấy {side}</translation>
    </message>
    <message>
        <source>Accept it although its history does not go on</source>
        <translation>Vẫn tiếp nhận dù lịch sử không nối tiếp</translation>
    </message>
    <message>
        <source>Accept it although a number is missing</source>
        <translation>Vẫn tiếp nhận dù thiếu lần trước</translation>
    </message>
    <message>
        <source>Accept it whole although it answers an older issue</source>
        <translation>Chấp nhận nguyên tệp dù trả lời bản cũ</translation>
    </message>
    <message>
        <source>The agency&apos;s own file holds</source>
        <translation>Lấy tệp của đơn vị</translation>
    </message>
    <message>
        <source>What Home Affairs entered holds</source>
        <translation>Lấy số Sở Nội vụ đã nhập thay</translation>
    </message>
    <message>
        <source>Accept it: the return holds no more</source>
        <translation>Chấp nhận: không trả lại nữa</translation>
    </message>
    <message>
        <source>The return holds: the agency has to answer</source>
        <translation>Vẫn trả lại: đơn vị phải trả lời</translation>
    </message>
    <message>
        <source>It had come before the key was revoked: it stays good</source>
        <translation>Tệp đã đến trước khi thu hồi khóa: vẫn có giá trị</translation>
    </message>
    <message>
        <source>The key {code} is not theirs: it was compared by mistake</source>
        <translation>Khóa {code} không phải của đơn vị: đã đối chiếu nhầm</translation>
    </message>
    <message>
        <source>This issue is in force: {issue}</source>
        <translation>Bản này có hiệu lực: {issue}</translation>
    </message>
    <message>
        <source>This holds: {what}</source>
        <translation>Lấy quyết định này: {what}</translation>
    </message>
    <message>
        <source>Take back: {what}</source>
        <translation>Rút lại: {what}</translation>
    </message>
</context>
<context>
    <name>trusts</name>
    <message>
        <source>matching code compared {since}</source>
        <translation>đã đối chiếu mã {since}</translation>
    </message>
    <message>
        <source>signed over by the key before it, {since}</source>
        <translation>được khóa trước xác nhận chuyển giao {since}</translation>
    </message>
    <message>
        <source>a key of Home Affairs</source>
        <translation>khóa của Sở Nội vụ</translation>
    </message>
    <message>
        <source>matching code not compared yet</source>
        <translation>chưa đối chiếu mã</translation>
    </message>
    <message>
        <source>replaced by a newer key {since}</source>
        <translation>đã được khóa mới thay thế {since}</translation>
    </message>
    <message>
        <source>revoked {since}: {reason}</source>
        <translation>đã thu hồi {since}: {reason}</translation>
    </message>
</context>
<context>
    <name>typing</name>
    <message>
        <source>“{block}” stands twice.</source>
        <translation>“{block}” có hai lần.</translation>
    </message>
    <message>
        <source>Write each block on its line as “name: 88,5%”.</source>
        <translation>Ghi mỗi khối một dòng theo dạng “tên khối: 88,5%”.</translation>
    </message>
    <message>
        <source>Type x if it was held, 0 if not.</source>
        <translation>Gõ x nếu có tổ chức, 0 nếu không.</translation>
    </message>
    <message>
        <source>Type a number, as 1.234 or 83,46.</source>
        <translation>Hãy gõ số, như 1.234 hoặc 83,46.</translation>
    </message>
    <message>
        <source>A count must be a whole number.</source>
        <translation>Số lượng phải là số nguyên.</translation>
    </message>
    <message>
        <source>A count takes no per cent sign.</source>
        <translation>Số lượng không có dấu %.</translation>
    </message>
    <message>
        <source>This number is too long.</source>
        <translation>Số này quá dài.</translation>
    </message>
    <message>
        <source>There is no block “{block}”.</source>
        <translation>Không có khối “{block}”.</translation>
    </message>
    <message>
        <source>Type the number alone, without “{unit}”.</source>
        <translation>Chỉ gõ số, không gõ “{unit}”.</translation>
    </message>
    <message>
        <source>Which one do you mean: {choices}?</source>
        <translation>Ý anh/chị là số nào: {choices}?</translation>
    </message>
</context>
</TS>
