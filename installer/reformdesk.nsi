; The installer: for one user, without an administrator. Words, versions and the list of files come from generated.nsh,
; which installer/script.py writes.
;
; Switches: /S says and asks nothing, /D=FOLDER (the last one, without quotes) says where, /LANG=vi|en in which language,
; /WAIT=SECONDS how long to wait for an open program where nobody can be asked.
; Exit codes: 0 done, 1 cancelled, 2 not enough space, 3 Windows too old, 4 the program stayed open, 5 a newer version is
; installed, 6 a file could not be replaced.

Unicode true
Target amd64-unicode
!ifdef QUICKLY
    SetCompressor zlib
!else
    SetCompressor /SOLID lzma
    ; both programs carry the same library: it is packed once where the dictionary reaches from one to the other
    SetCompressorDictSize 64
!endif
RequestExecutionLevel user
ManifestSupportedOS all
ManifestDPIAware true
AllowSkipFiles off
ShowInstDetails nevershow
ShowUninstDetails nevershow

!include MUI2.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include x64.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include generated.nsh

Name "ReformDesk"
OutFile "${OUTFILE}"
BrandingText "ReformDesk ${VERSION}"
InstallDir "$LOCALAPPDATA\Programs\ReformDesk"
InstallDirRegKey HKCU "Software\ReformDesk" "InstallLocation"

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\ReformDesk"
!define LIST "files.txt"

Var FoundVersion
Var Welcome
Var Seconds
Var Parameter
Var Line
Var Handle

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TEXT "$Welcome"
!define MUI_PAGE_CUSTOMFUNCTION_PRE ChooseWelcome
!define MUI_FINISHPAGE_RUN "$INSTDIR\ReformDesk.exe"
!define MUI_FINISHPAGE_RUN_TEXT "$(RUN)"
!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_CUSTOMFUNCTION_PRE SkipWhereInstalled
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"
!insertmacro MUI_LANGUAGE "English"
!insertmacro WORDS
!insertmacro VERSION_INFORMATION

; ---- before anything is written

Function .onInit
    SetShellVarContext current
    Call ChooseLanguage
    ${If} ${RunningX64}
    ${AndIf} ${AtLeastWin10}
    ${AndIf} ${AtLeastBuild} 17763
    ${Else}
        MessageBox MB_OK|MB_ICONSTOP "$(OLD_WINDOWS)" /SD IDOK
        SetErrorLevel 3
        Quit
    ${EndIf}
    ReadRegStr $FoundVersion HKCU "${UNINSTALL_KEY}" "DisplayVersion"
    Call RefuseNewer
FunctionEnd

Function ChooseLanguage
    ${GetParameters} $Parameter
    ClearErrors
    ${GetOptions} $Parameter "/LANG=" $Parameter
    ${IfNot} ${Errors}
        ${If} $Parameter == "vi"
            StrCpy $LANGUAGE ${LANG_VIETNAMESE}
        ${ElseIf} $Parameter == "en"
            StrCpy $LANGUAGE ${LANG_ENGLISH}
        ${EndIf}
    ${EndIf}
FunctionEnd

; The first page says what is going to happen: an installation, an upgrade or a repair.
Function ChooseWelcome
    StrCpy $Welcome "$(WELCOME)"
    ${If} $FoundVersion == "${VERSION}"
        StrCpy $Welcome "$(REPAIR)"
    ${ElseIf} $FoundVersion != ""
        StrCpy $Welcome "$(UPGRADE)"
    ${EndIf}
FunctionEnd

Function RefuseNewer
    ${If} $FoundVersion != ""
        ${VersionCompare} "$FoundVersion" "${VERSION}" $0
        ${If} $0 == 1
            MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(NEWER_FOUND)" /SD IDNO IDYES older
            SetErrorLevel 5
            Quit
            older:
        ${EndIf}
    ${EndIf}
FunctionEnd

Function SkipWhereInstalled
    ${If} $FoundVersion != ""
        Abort
    ${EndIf}
FunctionEnd

Function RequireSpace
    ; the drive of the program, and that of the temporary files, into which an installer unpacks itself first
    Push "$INSTDIR"
    Call RequireSpaceThere
    Push "$TEMP"
    Call RequireSpaceThere
FunctionEnd

Function RequireSpaceThere
    Exch $0
    Push $1
    ${GetRoot} "$0" $0
    ClearErrors
    ${DriveSpace} "$0\" "/D=F /S=M" $1
    ${IfNot} ${Errors}
    ${AndIf} $1 < ${SIZE_MB}
        MessageBox MB_OK|MB_ICONSTOP "$(NO_SPACE)" /SD IDOK
        SetErrorLevel 2
        Quit
    ${EndIf}
    Pop $1
    Pop $0
FunctionEnd

; ---- an open program is asked for and waited for, and never ended

; A program that runs cannot be opened for writing. Leaves "yes" or "no" on the stack.
!macro IS_RUNNING un
Function ${un}IsRunning
    Push $0
    Push $1
    StrCpy $1 "no"
    ${If} ${FileExists} "$INSTDIR\ReformDesk.exe"
        ClearErrors
        FileOpen $0 "$INSTDIR\ReformDesk.exe" a
        ${If} ${Errors}
            StrCpy $1 "yes"
        ${Else}
            FileClose $0
        ${EndIf}
    ${EndIf}
    ${If} ${FileExists} "$INSTDIR\reformdesk-cli.exe"
        ClearErrors
        FileOpen $0 "$INSTDIR\reformdesk-cli.exe" a
        ${If} ${Errors}
            StrCpy $1 "yes"
        ${Else}
            FileClose $0
        ${EndIf}
    ${EndIf}
    ClearErrors
    StrCpy $0 $1
    Pop $1
    Exch $0
FunctionEnd
!macroend

; Comes back once the program is closed; else ends with 1 (cancelled) or, where nobody can be asked, 4.
!macro WAIT_UNTIL_CLOSED un
Function ${un}WaitUntilClosed
    ${GetParameters} $Parameter
    ClearErrors
    ${GetOptions} $Parameter "/WAIT=" $Seconds
    ${If} ${Errors}
        StrCpy $Seconds 60
    ${EndIf}
    ${Do}
        Call ${un}IsRunning
        Pop $0
        ${If} $0 == "no"
            Return
        ${EndIf}
        ${If} ${Silent}
            ${If} $Seconds <= 0
                SetErrorLevel 4
                Quit
            ${EndIf}
            IntOp $Seconds $Seconds - 1
        ${Else}
            DetailPrint "$(WAITING)"
            MessageBox MB_RETRYCANCEL|MB_ICONINFORMATION "$(RUNNING)" IDRETRY again
            SetErrorLevel 1
            Quit
            again:
        ${EndIf}
        Sleep 1000
    ${Loop}
FunctionEnd
!macroend

; ---- what is here by list goes by list: for an upgrade, a repair and the removal

; The list names files, then folders (ending with \) from the innermost outwards; a folder goes only where it is empty.
!macro REMOVE_LISTED un
Function ${un}RemoveListed
    ClearErrors
    FileOpen $Handle "$INSTDIR\${LIST}" r
    ${If} ${Errors}
        ClearErrors
        Return
    ${EndIf}
    ${Do}
        ClearErrors
        FileRead $Handle $Line
        ${If} ${Errors}
            ${ExitDo}
        ${EndIf}
        ; without the end of the line
        StrCpy $Line $Line -2
        ClearErrors
        ${WordFind} "$Line" ".." "E+1{" $0
        ${IfNot} ${Errors}
            ; nothing outside of the program's folder, whoever wrote the list
            ${Continue}
        ${EndIf}
        StrCpy $0 $Line 1 -1
        ${If} $Line == ""
        ${ElseIf} $0 == "\"
            RMDir "$INSTDIR\$Line"
        ${Else}
            Delete "$INSTDIR\$Line"
        ${EndIf}
    ${Loop}
    FileClose $Handle
    ClearErrors
FunctionEnd
!macroend

!insertmacro IS_RUNNING ""
!insertmacro WAIT_UNTIL_CLOSED ""
!insertmacro REMOVE_LISTED ""
!insertmacro IS_RUNNING "un."
!insertmacro WAIT_UNTIL_CLOSED "un."
!insertmacro REMOVE_LISTED "un."

; ---- file types

!macro REGISTER ending icon
    WriteRegStr HKCU "Software\Classes\ReformDesk.${ending}" "" "$(TYPE_${ending})"
    WriteRegStr HKCU "Software\Classes\ReformDesk.${ending}\DefaultIcon" "" "$INSTDIR\ReformDesk.exe,${icon}"
    WriteRegStr HKCU "Software\Classes\ReformDesk.${ending}\shell\open\command" "" '"$INSTDIR\ReformDesk.exe" "%1"'
    WriteRegStr HKCU "Software\Classes\.${ending}" "" "ReformDesk.${ending}"
    WriteRegStr HKCU "Software\Classes\.${ending}\OpenWithProgids" "ReformDesk.${ending}" ""
!macroend

; What somebody gave to another program meanwhile stays theirs.
!macro FORGET ending icon
    DeleteRegKey HKCU "Software\Classes\ReformDesk.${ending}"
    DeleteRegValue HKCU "Software\Classes\.${ending}\OpenWithProgids" "ReformDesk.${ending}"
    ReadRegStr $0 HKCU "Software\Classes\.${ending}" ""
    ${If} $0 == "ReformDesk.${ending}"
        DeleteRegValue HKCU "Software\Classes\.${ending}" ""
    ${EndIf}
    DeleteRegKey /ifempty HKCU "Software\Classes\.${ending}\OpenWithProgids"
    DeleteRegKey /ifempty HKCU "Software\Classes\.${ending}"
!macroend

!define SHCNE_ASSOCCHANGED 0x08000000
!macro TELL_THE_DESKTOP
    System::Call 'shell32::SHChangeNotify(i ${SHCNE_ASSOCCHANGED}, i 0, p 0, p 0)'
!macroend

; ---- the work

Section "ReformDesk"
    Call RequireSpace
    Call WaitUntilClosed
    Call RemoveListed
    ClearErrors
    SetOverwrite try
    !insertmacro FILES
    SetOutPath "$INSTDIR"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    ${If} ${Errors}
        MessageBox MB_OK|MB_ICONSTOP "$(NOT_REPLACED)" /SD IDOK
        SetErrorLevel 6
        Quit
    ${EndIf}

    CreateShortcut "$SMPROGRAMS\ReformDesk.lnk" "$INSTDIR\ReformDesk.exe"
    !insertmacro FILE_TYPES REGISTER
    !insertmacro TELL_THE_DESKTOP

    WriteRegStr HKCU "Software\ReformDesk" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "ReformDesk"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\ReformDesk.exe,0"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
SectionEnd

Function un.onInit
    SetShellVarContext current
FunctionEnd

Section "Uninstall"
    Call un.WaitUntilClosed
    Call un.RemoveListed
    Delete "$INSTDIR\${LIST}"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\ReformDesk.lnk"
    !insertmacro FILE_TYPES FORGET
    !insertmacro TELL_THE_DESKTOP
    DeleteRegValue HKCU "Software\ReformDesk" "InstallLocation"
    DeleteRegKey /ifempty HKCU "Software\ReformDesk"
    DeleteRegKey HKCU "${UNINSTALL_KEY}"
    DetailPrint "$(KEPT)"
SectionEnd
