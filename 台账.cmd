@echo off
rem Double click: starts the desk of the office and opens the browser. Asks for your account once.
chcp 65001 >nul
cd /d "%~dp0"
call bin\ledger.cmd desk --open %*
if errorlevel 1 pause
